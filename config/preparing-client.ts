import pg from 'pg';
import { statementName } from '../store/db.js';

/** A connection that prepares every statement with parameters: BullMQ asks the same ones again and again, as bare texts. */
export class PreparingClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    const ask = this.query.bind(this) as (...args: unknown[]) => unknown;
    const prepare = (text: unknown, values: unknown, ...more: unknown[]) =>
      typeof text === 'string' && Array.isArray(values)
        ? ask({ name: statementName({ sql: text }), text, values }, ...more)
        : ask(text, values, ...more);
    this.query = prepare as pg.Client['query'];
  }
}
