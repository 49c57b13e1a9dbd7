import { z } from 'zod';
import { addDays, startOfDate } from '../../../core/calendar/iso-date.js';
import { UserError } from '../../../core/errors.js';
import {
  loadEntryScene,
  maySeeAllLog,
  readLogWish,
  type LogWish,
} from '../../../services/log/read-log-wish.js';
import { sayEntry, type EntryScene } from '../../../services/log/say-entry.js';
import { listAudit, type LogFilter, type LoggedEntry } from '../../../store/audit.js';
import { findByName } from '../../../store/people.js';
import type { Visit } from '../page.js';
import { Moment } from '../parts/moment.js';
import { Pager, readPage } from '../parts/pager.js';
import type { Part } from './part.js';

const size = 50;
/** Further back one goes by the day: to count a million entries takes longer than to show them. */
const counted = 10_000;
/** Persons of one name whose entries are shown together. */
const namesakes = 100;
const path = '/admin/organisation';

export const logPart: Part = { right: 'read-log', show: Log };

/** Who changed what, the newest first; of one directive or unit where one is named as in the chat. */
async function Log(visit: Visit) {
  const { t, query } = visit;
  const words = (query.get('q') ?? '').slice(0, 100);
  const wish = await findWish(visit, words);
  return (
    <section class="card" aria-labelledby="log">
      <h2 id="log">{wish instanceof UserError ? t('organisation.part.log') : wish.head}</h2>
      <Narrowing visit={visit} words={words} />
      {wish instanceof UserError ? (
        <p class="empty">{t(wish.key, wish.values)}</p>
      ) : (
        await Entries({ visit, wish })
      )}
    </section>
  );
}

/** What is wanted, or why it cannot be had. */
async function findWish(visit: Visit, words: string): Promise<LogWish | UserError> {
  try {
    const wish = await readLogWish(visit, words);
    if (wish.about === 'all' && !maySeeAllLog(visit)) return new UserError('organisation.nameOne');
    return { ...wish, filter: { ...wish.filter, ...(await readFurther(visit)) } };
  } catch (error) {
    if (error instanceof UserError) return error;
    throw error;
  }
}

/** Whose entries, and until which day. */
async function readFurther({ db, query, runtime }: Visit): Promise<Pick<LogFilter, 'personIds' | 'before'>> {
  const who = (query.get('who') ?? '').trim().slice(0, 100);
  const day = z.iso.date().safeParse(query.get('day')).data;
  return {
    ...(who === '' ? {} : { personIds: await findByName(db, who, namesakes) }),
    ...(day === undefined ? {} : { before: startOfDate(addDays(day, 1), runtime.settings.ORG_TIME_ZONE) }),
  };
}

function Narrowing({ visit: { t, query }, words }: { visit: Visit; words: string }) {
  return (
    <form method="get" action={path} class="fields" role="search">
      <input type="hidden" name="show" value="log" />
      <label>
        {t('organisation.findLog')}
        <input type="search" name="q" value={words} maxlength={100} placeholder="12 XA07" />
      </label>
      <div class="pair">
        <label>
          {t('organisation.log.who')}
          <input type="search" name="who" value={query.get('who') ?? ''} maxlength={100} />
        </label>
        <label>
          {t('organisation.log.day')}
          <input type="date" name="day" value={query.get('day') ?? ''} />
        </label>
      </div>
      <button>{t('directives.find')}</button>
    </form>
  );
}

async function Entries({ visit, wish }: { visit: Visit; wish: LogWish }) {
  const { db, t, query } = visit;
  const page = readPage(query);
  const { entries, total } = await listAudit(db, wish.filter, {
    ...{ most: size, offset: page * size, counted },
  });
  const scene = await loadEntryScene(visit, entries, wish);
  return (
    <>
      {entries.length === 0 ? <p class="empty">{t('log.none')}</p> : null}
      <ul class="lines">
        {entries.map((entry) => (
          <Entry visit={visit} entry={entry} scene={scene} />
        ))}
      </ul>
      <Pager visit={visit} path={path} page={page} size={size} total={total} />
    </>
  );
}

function Entry({ visit, entry, scene }: { visit: Visit; entry: LoggedEntry; scene: EntryScene }) {
  const { t } = visit;
  const number = scene.isMixed ? /^directive:(\d+)$/.exec(entry.target)?.[1] : undefined;
  return (
    <li>
      <span>
        {number === undefined ? null : (
          <>
            <a href={`/admin/directives/${number}`}>#{number}</a>{' '}
          </>
        )}
        {sayEntry(t, entry, scene)}
      </span>
      <span class="soft">
        {entry.who === null ? t('log.byRule') : entry.who || t('log.nameless')} ·{' '}
        <Moment visit={visit} at={entry.at} />
      </span>
    </li>
  );
}
