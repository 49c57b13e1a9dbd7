import type { Db } from './db.js';

/** Asks several things with one statement; answers in the order of the asks. */
export type Many<Ask, Answer> = (db: Db, asks: Ask[]) => Promise<Answer[]>;

interface Waiting {
  ask: unknown;
  resolve: (answer: never) => void;
  reject: (error: unknown) => void;
}

const gatherings = new WeakMap<Db, Map<unknown, Waiting[]>>();

/**
 * From now on, what is asked of this database or transaction by `gathered` at the same moment goes as one statement.
 * For work that is done side by side: events of different chats in one transaction, deliveries of one claim. A
 * statement costs more than the row it is about. Calling it again changes nothing.
 */
export function beginGathering(db: Db): void {
  if (!gatherings.has(db)) gatherings.set(db, new Map());
}

/** One ask, answered by `many`: alone, or together with those that others put at the same moment. */
export async function gathered<Ask, Answer>(db: Db, many: Many<Ask, Answer>, ask: Ask): Promise<Answer> {
  const gathering = gatherings.get(db);
  if (!gathering) return (await many(db, [ask]))[0]!;
  return new Promise<Answer>((resolve, reject) => {
    const waiting = gathering.get(many) ?? [];
    if (waiting.length === 0) {
      gathering.set(many, waiting);
      // Everything that is going to be asked in this turn of the event loop has been asked by then.
      setImmediate(() => {
        gathering.delete(many);
        void answerAll(db, many, waiting);
      });
    }
    waiting.push({ ask, resolve, reject });
  });
}

const turns = new WeakMap<Db, Map<number, Promise<void>>>();

/** Works on one thing of a transaction after another, where several events of it come to the same at once. */
export async function inTurn(db: Db, key: number, work: () => Promise<void>): Promise<void> {
  const waiting = turns.get(db) ?? new Map<number, Promise<void>>();
  turns.set(db, waiting);
  const turn = (waiting.get(key) ?? Promise.resolve()).then(work);
  waiting.set(
    key,
    turn.catch(() => undefined), // it is its own event's fault: the next ones have their turn
  );
  return turn;
}

async function answerAll<Ask, Answer>(db: Db, many: Many<Ask, Answer>, waiting: Waiting[]): Promise<void> {
  try {
    const answers = await many(
      db,
      waiting.map(({ ask }) => ask as Ask),
    );
    for (const [index, { resolve }] of waiting.entries()) resolve(answers[index] as never);
  } catch (error) {
    for (const { reject } of waiting) reject(error);
  }
}
