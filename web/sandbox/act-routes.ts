import { randomUUID } from 'node:crypto';
import { Hono, type Context } from 'hono';
import type { z } from 'zod';
import type { Intake, KeyedEvent } from '../../channels/channel.js';
import { createSandboxPeople } from '../../channels/sandbox/people.js';
import { sandboxName } from '../../channels/sandbox/sandbox.js';
import type { Runtime } from '../../config/runtime.js';
import { UserError } from '../../core/errors.js';
import { makeStorable } from '../../core/text/storable.js';
import { loadExample } from '../../store/sandbox-example.js';
import { createSandboxHistory } from '../../store/sandbox-history.js';
import { createExample } from './example.js';
import { chooseLanguage } from './language.js';
import { botSchema, createSchema, editSchema, pressSchema, renameSchema, writeSchema } from './schemas.js';

/** What people do in the page. Each act goes through the intake like an event of a real platform. */
export function actRoutes(runtime: Runtime, intake: Intake): Hono {
  const app = new Hono();
  const people = createSandboxPeople(createSandboxHistory(runtime.db, runtime.clock), runtime.clock);
  const tell = async (keyed: KeyedEvent | null) => {
    if (keyed) await intake(sandboxName, [keyed]);
  };
  const act = <T>(
    name: string,
    schema: z.ZodType<T>,
    run: (act: T & { chatId: string }) => Promise<KeyedEvent | null>,
  ) =>
    app.post(`/chats/:id/${name}`, async (c) => {
      await tell(await run({ ...(await read(c, schema)), chatId: c.req.param('id') }));
      return c.json({ ok: true });
    });
  act('write', writeSchema, people.write);
  act('edit', editSchema, people.edit);
  act('bot', botSchema, people.setBot);
  act('rename', renameSchema, people.rename);
  app.post('/chats/:id/press', async (c) => {
    const press = await read(c, pressSchema);
    const { pressId, keyed } = await people.press({ ...press, chatId: c.req.param('id') });
    await tell(keyed);
    return c.json({ pressId });
  });
  app.post('/chats', async (c) => {
    const { chatId, keyed } = await people.create(describeNew(await read(c, createSchema)));
    await tell(keyed);
    return c.json({ id: chatId });
  });
  app.post('/example', async (c) => {
    const { locale } = chooseLanguage(c, runtime);
    const example = createExample(sandboxName, locale === runtime.settings.ORG_LOCALE ? null : locale);
    const outcome = await loadExample(runtime.db, example, runtime.clock.now());
    if (outcome === 'foreign') throw new UserError('sandbox.fault.foreign');
    return c.json({ outcome });
  });
  return app;
}

/** A private chat is named for its person; a new group has two people, so that both sides of a talk can be played. */
function describeNew({ isGroup, name }: z.infer<typeof createSchema>) {
  const member = (person: string) => ({ id: `person-${randomUUID()}`, name: person });
  const members = isGroup ? [member('Lê Văn An'), member('Phạm Thị Bích')] : [member(name)];
  return { isGroup, title: name, members };
}

async function read<T>(c: Context, schema: z.ZodType<T>): Promise<T> {
  const body: unknown = await c.req.json().catch(() => null);
  const result = schema.safeParse(makeStorable(body));
  if (!result.success) throw new UserError('sandbox.fault.malformed');
  return result.data;
}
