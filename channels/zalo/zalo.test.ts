import { afterEach, describe, expect, it } from 'vitest';
import { SendError } from '../../core/errors.js';
import { say } from '../../core/message.js';
import {
  closeAll,
  connect,
  faultOf,
  json,
  page,
  refusal,
  to,
  token,
  usual,
  words,
} from '../../test/harness/zalo-answers.js';

afterEach(closeAll);

describe('a send', () => {
  it('is one call with plain text', async () => {
    const { channel, asked } = await connect();
    expect(await channel.send({ to, content: say(words), replyTo: '7' })).toEqual({ messageId: 'm1' });
    expect(asked).toEqual([{ method: 'sendMessage', params: { chat_id: 'zgr-1', text: words } }]);
  });

  it.each([
    [
      'a group that is not there',
      refusal(400, 'Bad request: chat not found'),
      'unreachable',
      'chat-not-found',
    ],
    ['a bot that was removed', refusal('403', 'Bot was removed from the group'), 'unreachable', 'kicked'],
    ['a plain 403', refusal(403, 'Forbidden'), 'unreachable', 'forbidden'],
    ['403 as the documents word it', refusal(403, 'Internal server error'), 'retryable', 'server'],
    ['no chat', refusal(400, 'Bad request: The chat_id must not be empty'), 'rejected', 'no-chat-id'],
    ['a bad photo', refusal(400, 'Bad request: The photo URL is invalid'), 'rejected', 'file'],
    ['another refusal', refusal(400, 'Bad request'), 'rejected', 'rejected'],
    ['a wrong token', refusal(401, `Unauthorized ${token}`), 'retryable', 'unauthorized'],
    ['a wrong token by status', json({ ok: false }, 401), 'retryable', 'unauthorized'],
    ['a wrong path', refusal(404, 'Not Found'), 'retryable', 'not-found'],
    ['the quota', refusal(429, 'Quota exceeded'), 'throttled', 'throttled'],
    ['the quota as a page', page(429), 'throttled', 'throttled'],
    ['a time-out of theirs', refusal(408, 'Request timeout'), 'unknown', 'request-timeout'],
    ['an error of theirs', refusal(500, 'Something'), 'retryable', 'server'],
    [
      'a broken gateway',
      page(502, `<p>/bot${encodeURIComponent(token)}/sendMessage</p>`),
      'retryable',
      'server',
    ],
    ['a gateway that gave up', page(504), 'unknown', 'gateway-timeout'],
    ['a page that refuses', page(403), 'retryable', 'gateway'],
    ['a redirect', page(302), 'retryable', 'gateway'],
    ['a page with 200', page(200), 'unknown', 'bad-answer'],
    ['ok without an id', json({ ok: true, result: {} }), 'unknown', 'bad-answer'],
    ['half an answer', page(200, '{"ok":tr'), 'unknown', 'bad-answer'],
    ['the message quoted back', refusal(400, `Bad text: ${words}`), 'rejected', 'rejected'],
  ] as const)('answered with %s', async (_label, answer, kind, code) => {
    const { channel } = await connect((_asked, response) => answer(response));
    expect(await faultOf(channel.send({ to, content: say(words) }))).toEqual({ kind, code });
  });

  it('without an answer may have arrived', async () => {
    const { channel } = await connect(() => undefined, { timeouts: { sendMs: 300 } });
    expect(await faultOf(channel.send({ to, content: say(words) }))).toEqual({
      kind: 'unknown',
      code: 'timeout',
    });
  });

  it('whose connection breaks may have arrived', async () => {
    const { channel } = await connect((_asked, response) => void response.destroy());
    expect(await faultOf(channel.send({ to, content: say(words) }))).toEqual({
      kind: 'unknown',
      code: 'broken',
    });
  });

  it.each(['http://127.0.0.1:9', 'http://giaoban.invalid', 'no address'])(
    'to %s did not leave',
    async (apiRoot) => {
      const { channel } = await connect(usual, { apiRoot, timeouts: { sendMs: 5_000, connectMs: 2_000 } });
      expect(await faultOf(channel.send({ to, content: say(words) }))).toEqual({
        kind: 'retryable',
        code: 'network',
      });
    },
  );

  it('refused for the quota waits longer each time in a row', async () => {
    let isQuota = true;
    const { channel } = await connect((asked, response) =>
      isQuota ? refusal(429, 'Quota exceeded')(response) : usual(asked, response),
    );
    const waits = async () => {
      const error: unknown = await channel
        .send({ to, content: say(words) })
        .catch((reason: unknown) => reason);
      return error instanceof SendError && error.fault.kind === 'throttled' ? error.fault : null;
    };
    expect(await waits()).toEqual({ kind: 'throttled', retryAfterMs: 30_000, scope: 'channel' });
    expect(await waits()).toMatchObject({ retryAfterMs: 60_000 });
    isQuota = false;
    await channel.send({ to, content: say(words) });
    isQuota = true;
    expect(await waits()).toMatchObject({ retryAfterMs: 30_000 });
  });

  it('that must be changed is refused', async () => {
    const { channel } = await connect();
    expect(await faultOf(channel.edit(to, 'm1', say('x')))).toEqual({
      kind: 'rejected',
      code: 'not-editable',
    });
  });
});

describe('a photo', () => {
  const photo = { kind: 'photo', channel: 'telegram', ref: 'AgAC1', name: 'duong.jpg' } as const;
  const content = { ...say(words), attachment: photo };

  it('goes by its public address', async () => {
    const publicUrl = async () => 'https://giaoban.example.vn/files/x7';
    const { channel, asked } = await connect(usual, { publicUrl });
    await channel.send({ to, content });
    const params = { chat_id: 'zgr-1', photo: 'https://giaoban.example.vn/files/x7', caption: words };
    expect(asked).toEqual([{ method: 'sendPhoto', params }]);
  });

  it('without an address is told in words', async () => {
    const describeFile = () => 'Có một ảnh kèm theo.';
    const { channel, asked } = await connect(usual, { describeFile });
    await channel.send({ to, content });
    expect(asked.map(({ params }) => params['text'])).toEqual([`${words}\n\nCó một ảnh kèm theo.`]);
  });

  it('is told once when the long text behind it fails', async () => {
    let failures = 1;
    const long = 'báo '.repeat(499);
    const { channel, asked } = await connect(
      (one, response) =>
        one.params['text'] === long && failures-- > 0 ? page(502)(response) : usual(one, response),
      { describeFile: () => 'Có một ảnh kèm theo.' },
    );
    const message = { to, content: { ...say(long), attachment: photo } };
    await expect(channel.send(message)).rejects.toBeInstanceOf(SendError);
    await channel.send(message);
    expect(asked.map(({ params }) => params['text'])).toEqual(['Có một ảnh kèm theo.', long, long]);
  });

  it('whose address cannot be had is tried again', async () => {
    const publicUrl = () => Promise.reject(new Error('the database is away'));
    const { channel } = await connect(usual, { publicUrl });
    expect(await faultOf(channel.send({ to, content }))).toEqual({ kind: 'retryable', code: 'file-away' });
  });
});

describe('the doctor', () => {
  it('says whether the account may join groups', async () => {
    const { channel } = await connect((one, response) =>
      one.method === 'getWebhookInfo' ? refusal(404, 'Not Found')(response) : usual(one, response),
    );
    const findings = await channel.diagnose();
    expect(findings.every(({ ok }) => ok)).toBe(true);
    expect(findings.map(({ text }) => text).join('\n')).toContain('may be added to Zalo groups');
  });

  it('names a wrong token', async () => {
    const { channel } = await connect((_asked, response) => refusal(401, 'Unauthorized')(response));
    expect(await channel.diagnose()).toMatchObject([{ ok: false }]);
  });
});
