import type { Visit } from '../page.js';

/** The same page with some of its query changed; empty values fall away. */
export function withQuery(path: string, query: URLSearchParams, changes: Record<string, string>): string {
  const next = new URLSearchParams(query);
  for (const [name, value] of Object.entries(changes))
    if (value === '') next.delete(name);
    else next.set(name, value);
  const text = next.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** Which page of a long list is asked for, from 0. */
export function readPage(query: URLSearchParams): number {
  const text = query.get('page') ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) - 1 : 0;
}

/** Ways to the neighbours of one page of a long list. Nothing when there is one page. */
export function Pager({
  visit,
  path,
  page,
  size,
  total,
}: {
  visit: Visit;
  path: string;
  page: number;
  size: number;
  total: number;
}) {
  const { t, query } = visit;
  if (total <= size) return null;
  const pages = Math.ceil(total / size);
  const link = (to: number, label: string) =>
    to < 0 || to >= pages ? null : (
      <a class="button" href={withQuery(path, query, { page: String(to + 1) })}>
        {label}
      </a>
    );
  return (
    <nav class="row pager" aria-label={t('admin.pager.label')}>
      {link(page - 1, t('admin.pager.before'))}
      <span class="soft">{t('admin.pager.where', { page: page + 1, pages })}</span>
      {link(page + 1, t('admin.pager.after'))}
    </nav>
  );
}
