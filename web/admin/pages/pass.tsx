import { UserError } from '../../../core/errors.js';
import { getSpeaker } from '../../../services/authorise.js';
import { findWatcher } from '../../../services/find-watcher.js';
import { sendDraft } from '../../../services/drafts/send-draft.js';
import { storeDraft } from '../../../services/drafts/store-draft.js';
import type { Proposed } from '../../../services/drafts/describe-draft.js';
import { toTermsColumn } from '../../../store/terms.js';
import { findPart } from '../../../store/threads.js';
import { Preview } from '../compose/preview.js';
import type { Act, Page, Visit } from '../page.js';
import { readPassing, type Passing } from '../pass/read-passing.js';
import { getNumber, readNumber } from './directive.js';

const stay: Act = async () => ({ stays: true });
const codeOf = ({ params }: Visit) => params['code'] ?? '';
const pathOf = (visit: Visit) => `/directives/${getNumber(visit)}/${encodeURIComponent(codeOf(visit))}`;

/** A unit's part goes on to the units right below: looked at, changed and sent on one page. */
export const passPage: Page = {
  path: '/directives/:number/:code/pass',
  right: 'pass-on',
  nav: { under: '/directives' },
  show,
  acts: {
    preview: stay,
    move: stay,
    async pass(deed, form, visit) {
      const part = { number: getNumber(visit), code: codeOf(visit) };
      const { words, problem } = await readPassing(deed, part, form);
      if (problem) throw problem;
      const number = await sendDraft(deed, await storeDraft(deed, getSpeaker(deed), words));
      return { said: deed.t('preview.sent', { number, title: words.title }), to: pathOf(visit) };
    },
  },
};

async function show(visit: Visit) {
  const { db, t, speaker, form } = visit;
  const number = readNumber(visit);
  const watcher = await findWatcher(db, speaker);
  const part = number === null ? null : await findPart(db, { number, unitCode: codeOf(visit) }, watcher);
  if (!part || number === null) return null;
  const passing = await readPassing(visit, { number, code: part.unitCode }, form).catch(ifUserError);
  const body = (
    <>
      <p class="crumbs">
        <a href={`/admin${pathOf(visit)}`}>
          #{number} {part.unitCode} {part.unitName}
        </a>
      </p>
      <h1>{t('thread.pass.title', { number })}</h1>
      {passing instanceof UserError ? (
        <p class="card empty">{t(passing.key, passing.values)}</p>
      ) : (
        <PassForm visit={visit} passing={passing} />
      )}
    </>
  );
  return { title: t('thread.pass.title', { number }), body };
}

function ifUserError(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

function PassForm({ visit, passing }: { visit: Visit; passing: Passing }) {
  const { t } = visit;
  const { words, chosen, problem } = passing;
  const proposed = {
    ...{ ...words, audience: words.targets, unitIds: chosen.map(({ id }) => id) },
    terms: toTermsColumn(words.terms),
  } as unknown as Proposed;
  return (
    <form method="post" class="compose">
      <Asked visit={visit} passing={passing} />
      <div class="stack beside">
        <section class="card stack" aria-labelledby="preview-title">
          <h2 id="preview-title">{t('composing.groupsSee')}</h2>
          {problem ? (
            <p class="notice wanting" role="status">
              {t(problem.key, problem.values)}
            </p>
          ) : null}
          <Preview visit={visit} proposed={proposed} />
        </section>
        <div class="row">
          <button name="act" value="pass" class="primary">
            {t('thread.pass.send')}
          </button>
          <button name="act" value="preview">
            {t('composing.look')}
          </button>
        </div>
      </div>
    </form>
  );
}

/** Whom it goes to, what is said before the original, and until when. */
function Asked({ visit, passing: { units, chosen, own, due } }: { visit: Visit; passing: Passing }) {
  const { t } = visit;
  return (
    <section class="card stack" aria-labelledby="below">
      <h2 id="below">{t('thread.pass.to')}</h2>
      <div class="pills">
        {units.map((unit) => (
          <label class="pill">
            <input
              type="checkbox"
              name="unit"
              value={unit.code}
              {...(chosen.includes(unit) ? { checked: true } : {})}
            />
            {unit.code} {unit.name}
          </label>
        ))}
      </div>
      <label>
        {t('thread.pass.own')}
        <textarea name="own" rows={4} maxlength={8000}>
          {own}
        </textarea>
      </label>
      <label>
        {t('compose.part.deadline')}
        <input name="due" value={due} maxlength={200} autocomplete="off" />
      </label>
      <p class="fine">{t('directives.dueHint')}</p>
    </section>
  );
}
