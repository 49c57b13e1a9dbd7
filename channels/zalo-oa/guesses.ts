/**
 * What nobody has seen or documented of Official Accounts, in one place: a live account may prove each of these wrong.
 */

/** Numbers that the general documents give another meaning close to this; the minute and the month are used up. */
export const monthUsedUp = -211;
export const quotaErrors: readonly number[] = [-32, monthUsedUp];

/** Seen with "Invalid group" in one test of another program only. */
export const invalidValue = -201;

/** Longest text of one message, in UTF-16 units; documented for captions. */
export const textLimit = 2_000;

/** One package is said to allow 2,000 requests a minute; others may have less. */
export const modestPace = { perSecond: 10, chatPerSecond: 1, groupPerMinute: 20 };

/** How long a token is good where the answer does not say it; one program found an hour. */
export const assumedLifeMs = 3600_000;

/** Events by which the account learns that it has a group, or has it no more. */
export const groupBorn = /^create_group$/;
export const groupGone = /^delete_group$/;
export const groupChanged = /^update_group_info$/;
