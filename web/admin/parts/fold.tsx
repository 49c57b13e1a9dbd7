import type { Child } from 'hono/jsx';
import type { Visit } from '../page.js';

/** A form that is opened when it is wanted, and stays open when what was sent could not be taken. */
export function Fold({
  visit,
  act,
  label,
  takesFiles = false,
  mark = {},
  children,
}: {
  visit: Visit;
  act: string;
  label: string;
  takesFiles?: boolean;
  /** By which a script finds it. */
  mark?: Record<`data-${string}`, string>;
  children: Child;
}) {
  const isOpen = visit.form['act'] === act;
  return (
    <details class="fold" {...(isOpen ? { open: true } : {})} {...mark}>
      <summary>{label}</summary>
      <form method="post" class="stack" {...(takesFiles ? { enctype: 'multipart/form-data' } : {})}>
        {children}
      </form>
    </details>
  );
}
