import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { startTelegramServer } from '../../test/telegram-server/server.js';
import { say } from '../../core/message.js';
import { createTelegramChannel } from './telegram.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

async function begin() {
  const server = await startTelegramServer();
  const owner = server.addUser({ name: 'Hoa' });
  const group = server.addGroup({ title: 'Xã An Phú', owner: owner.id });
  const channel = createTelegramChannel({
    token: server.token,
    apiRoot: server.url,
    pace: { perSecond: 30, chatPerSecond: 1, groupPerMinute: 20 },
    log: pino({ level: 'silent' }),
    timeouts: { courtesyMs: 200, pollSeconds: 1 },
  });
  closers.push(server.close, () => channel.stop());
  return { server, owner, group, channel, to: { externalId: String(group.id), threadId: '', isGroup: true } };
}

describe('courtesies', () => {
  it('react to a message and answer a press', async () => {
    const { server, group, owner, channel, to } = await begin();
    const { messageId } = await channel.send({
      to,
      content: { ...say('Việc'), buttons: [[{ label: 'Xong', action: 'r:1:done' }]] },
    });
    await channel.start(async (_name, events) => {
      for (const { event } of events)
        if (event.kind === 'press') await channel.answerPress?.(event.pressId, `Đã ghi ${'x'.repeat(300)}`);
    });
    const answer = await server.presses({
      chat: group.id,
      from: owner.id,
      message: Number(messageId),
      label: 'Xong',
    });
    expect(answer?.text).toHaveLength(200);
    await channel.react?.(to, messageId, '👍');
    expect(server.shown(group.id)[0]?.reactions).toMatchObject([{ emoji: '👍' }]);
  });

  it('never throw and never take long', async () => {
    const { server, channel, to } = await begin();
    await channel.react?.(to, '424242', '👍');
    await channel.answerPress?.('1', 'x');
    server.fault({ method: 'setMessageReaction', kind: 'hang' });
    const begun = Date.now();
    await channel.react?.(to, '1', '👍');
    expect(Date.now() - begun).toBeLessThan(1_000);
  });

  it('publish the commands, Vietnamese for everyone without a list', async () => {
    const { server, channel } = await begin();
    await channel.publishCommands?.([
      { locale: 'vi', command: 'viec', description: 'Việc đang mở' },
      { locale: 'en', command: 'tasks', description: 'Open tasks' },
    ]);
    expect(server.calls('setMyCommands').map(({ params }) => params)).toMatchObject([
      { commands: [{ command: 'viec', description: 'Việc đang mở' }] },
      { commands: [{ command: 'tasks', description: 'Open tasks' }], language_code: 'en' },
    ]);
    expect(server.calls('setMyCommands')[0]?.params).not.toHaveProperty('language_code');
  });
});
