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

/** Which page of a long list is asked for, from 0. `name`: where a page has two such lists. */
export function readPage(query: URLSearchParams, name = 'page'): number {
  const text = query.get(name) ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) - 1 : 0;
}

interface Paged {
  visit: Visit;
  path: string;
  page: number;
  size: number;
  total: number;
  /** Of the query, as `readPage` was asked. */
  name?: string;
  /** What the ways are called where `before` and `after` say too little. */
  words?: { label: string; before: string; after: string };
}

/** Ways to the neighbours of one page of a long list. Nothing when there is one page. */
export function Pager({ visit, path, page, size, total, name = 'page', words }: Paged) {
  const { t, query } = visit;
  if (total <= size) return null;
  const pages = Math.ceil(total / size);
  const link = (to: number, label: string) =>
    to < 0 || to >= pages ? null : (
      <a class="button" href={withQuery(path, query, { [name]: String(to + 1) })}>
        {label}
      </a>
    );
  return (
    <nav class="row pager" aria-label={words?.label ?? t('admin.pager.label')}>
      {link(page - 1, words?.before ?? t('admin.pager.before'))}
      <span class="soft">{t('admin.pager.where', { page: page + 1, pages })}</span>
      {link(page + 1, words?.after ?? t('admin.pager.after'))}
    </nav>
  );
}
