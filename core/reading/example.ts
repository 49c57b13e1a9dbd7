import type { Reading, Status } from './read-reply.js';

/** A reply, how it is to be read, and what else must be found in it. */
export type Example = readonly [text: string, status: Status | null, more?: Partial<Reading>];
