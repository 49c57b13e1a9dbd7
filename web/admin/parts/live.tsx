import type { Child } from 'hono/jsx';

interface Part {
  id: string;
  /** The page it stands on, with its query. */
  address: string;
  /** Ids of other parts of the page that the same look brings along, where they are there. */
  also?: readonly string[];
  children: Child;
}

/**
 * A part that looks anew by itself while its page is open, and when one comes back to it. A link in it that has an id keeps
 * the focus.
 */
export function Live({ id, address, also = [], children }: Part) {
  return (
    <div
      id={id}
      hx-get={address}
      hx-trigger="every 30s, visibilitychange from:document"
      hx-select={`#${id}`}
      hx-swap="outerHTML"
      {...(also.length > 0 ? { 'hx-select-oob': also.map((one) => `#${one}`).join(',') } : {})}
    >
      {children}
    </div>
  );
}
