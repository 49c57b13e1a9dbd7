import type { Child } from 'hono/jsx';

/** A page that looks anew by itself while it is open, and when one comes back to it. `path`: its own, below /admin. */
export function Live({ path, children }: { path: string; children: Child }) {
  const id = path.slice(1);
  return (
    <div
      id={id}
      hx-get={`/admin${path}`}
      hx-trigger="every 30s, visibilitychange from:document"
      hx-select={`#${id}`}
      hx-swap="outerHTML"
    >
      {children}
    </div>
  );
}
