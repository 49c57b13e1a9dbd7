import type { Child } from 'hono/jsx';
import type { Runtime } from '../../config/runtime.js';
import type { Action } from '../../core/authorise.js';
import type { Locale, Translate } from '../../locales/texts.js';
import type { Deed } from '../../services/deed.js';
import type { Database } from '../../store/db.js';
import type { Speaker } from '../../store/people.js';
import type { IconName } from './parts/icon.js';

/** One request of somebody who is signed in. */
export interface Visit {
  runtime: Runtime;
  db: Database;
  now: Date;
  speaker: Speaker;
  /** The channel of the account that signed in. */
  channel: string;
  locale: Locale;
  t: Translate;
  /** What the address holds in place of `:number` in the page's path. */
  params: Record<string, string>;
  query: URLSearchParams;
  /** What was sent by a form that could not be taken: the page shows it again. Empty else. */
  form: Form;
}

/** The fields of a form; one that was sent several times is a list. */
export type Form = Record<string, string | File | (string | File)[]>;

export interface Shown {
  title: string;
  body: Child;
}

/**
 * What an act came to: a sentence for the next page, and the page if it is another one. `stays`: nothing was done, the page
 * is shown again with the form. `shows`: a page of its own, shown now and never again, for what is kept nowhere.
 */
export type Done = { said: string; to?: string } | { stays: true } | { shows: Shown };

/**
 * What a button of the page does, in one transaction. Throws UserError for the user's faults: nothing stands, and the page
 * is shown again with the sentence and what was sent.
 */
export type Act = (deed: Deed, form: Form, visit: Visit) => Promise<Done>;

/** One page, one file in pages/; pages.ts lists them. */
export interface Page {
  /** Below /admin, e.g. `/directives/:number`. */
  path: string;
  /** Who may do this nowhere does not see the page. What of it they see is for `show` and for services/ to decide. */
  right: Action;
  /** Where it stands in the menu, or below which page of the menu it lies. */
  nav: { label: string; icon: IconName } | { under: string };
  /** Null: there is no such thing, or nothing of it is theirs to see. */
  show(visit: Visit): Promise<Shown | null>;
  /** By the name of the button: `<button name="act" value="remind">`. */
  acts?: Record<string, Act>;
  /** Where its forms bring files: how much they may weigh together. */
  mostBytes?: number;
}

/** A file that a page offers, at an address of its own; found as pages are (pages.ts). */
export interface Download {
  path: string;
  right: Action;
  /** Null: there is no such thing, or nothing of it is theirs to see. */
  open: (visit: Visit) => Promise<OpenedFile | null>;
}

export interface OpenedFile {
  bytes: Uint8Array;
  type: string;
  name: string;
}
