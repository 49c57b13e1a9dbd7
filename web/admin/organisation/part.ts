import type { Child } from 'hono/jsx';
import type { Action } from '../../../core/authorise.js';
import type { Act, Visit } from '../page.js';

/** A part of the organisation's page, for those who may ask for the same in a chat. */
export interface Part {
  right: Action;
  show: (visit: Visit) => Promise<Child>;
  /** By names that no other part has. */
  acts?: Record<string, Act>;
}
