/** What an operator can do about a lasting fault, by its code. */
export const advice = {
  conflict:
    'Another program reads the messages of this bot with the same token. Stop it, or give it a bot of its own; trying again until then.',
  'webhook-active':
    'Another program has set a webhook for this bot, so its messages go there. Stop that program, then restart this one to take the bot back.',
  unauthorized:
    'Telegram does not know this bot token. Copy the token again from @BotFather (/mybots, API Token) into TELEGRAM_BOT_TOKEN and restart; trying again slowly.',
  network:
    'Telegram cannot be reached. Check the network, the name server and TELEGRAM_API_ROOT; trying again.',
  throttled: 'Telegram asks for a pause; waiting as long as it says.',
  intake: 'Updates could not be stored. They stay at Telegram and come again; check the database.',
  other: 'Telegram did not answer as expected; trying again.',
};

/** Two pollers get each other's 409 after 3 s, and a wrong token stays wrong until a restart. */
export const minimums = { conflict: 3, 'webhook-active': 30, unauthorized: 60 };

export const token = { setting: 'TELEGRAM_BOT_TOKEN', place: '@BotFather (/mybots, API Token)' };
