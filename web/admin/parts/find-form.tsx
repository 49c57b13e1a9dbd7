import type { Visit } from '../page.js';

interface Find {
  visit: Visit;
  /** The page that lists what is found. */
  path: string;
  /** What stands in the field while it is empty, and names it. */
  label: string;
  words: string;
  /** What else the address says of the list, and keeps. */
  keep: Record<string, string>;
}

/** A field that narrows a list by words. */
export function FindForm({ visit, path, label, words, keep }: Find) {
  return (
    <form method="get" action={path} class="find" role="search">
      {Object.entries(keep).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <label class="visually-hidden" for="find">
        {label}
      </label>
      <input id="find" type="search" name="q" value={words} placeholder={label} />
      <button>{visit.t('directives.find')}</button>
    </form>
  );
}

interface Pill {
  id?: string;
  label: string;
  href: string;
  isOn: boolean;
}

/** Ways to the same list cut in another way, as a row of small links. */
export function Pills({ pills }: { pills: readonly Pill[] }) {
  return (
    <div class="pills">
      {pills.map(({ id, label, href, isOn }) => (
        <a
          {...(id === undefined ? {} : { id })}
          class="pill"
          href={href}
          {...(isOn ? { 'aria-current': 'true' } : {})}
        >
          {label}
        </a>
      ))}
    </div>
  );
}
