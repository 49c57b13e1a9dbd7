import type { Part, ThreadApproval } from '../../../store/threads.js';
import type { Visit } from '../page.js';
import { Moment } from '../parts/moment.js';
import { Fold } from '../parts/fold.js';
import { WordsFold } from '../parts/words-fold.js';

export interface PartRights {
  /** Extend, accept, give back, settle. */
  change: boolean;
  /** Enter an answer for the unit, excuse it. */
  correct: boolean;
  /** Pass it on to units below, where there are any. */
  pass: boolean;
}

interface Acting {
  visit: Visit;
  part: Part;
  /** What the unit asked for and nobody has decided. */
  asked: readonly ThreadApproval[];
  rights: PartRights;
}

/** What can be decided about this unit's part: first what it waits for. */
export function PartActions(acting: Acting) {
  const { visit, part, asked, rights } = acting;
  const { t } = visit;
  const moreTime = asked.find(({ kind }) => kind === 'more-time');
  const acceptance = asked.find(({ kind }) => kind === 'acceptance');
  const mayCorrect = rights.correct && part.directiveState !== 'cancelled' && !part.cancelled;
  const mayPass = rights.pass && isOpen(part) && part.kind !== 'notice';
  if (!rights.change && !mayCorrect && !mayPass) return null;
  return (
    <section class="card" aria-labelledby="actions">
      <h2 id="actions">{t('directives.actions')}</h2>
      {rights.change && moreTime ? <MoreTime visit={visit} part={part} asked={moreTime} /> : null}
      {rights.change && acceptance ? (
        <form method="post">
          <button name="act" value="accept" class="primary">
            {t('thread.act.accept')}
          </button>
        </form>
      ) : null}
      {mayPass ? (
        <p>
          <a class="button" href={`${encodeURIComponent(part.unitCode)}/pass`}>
            {t('thread.act.pass')}
          </a>
        </p>
      ) : null}
      <Folds {...acting} {...{ mayCorrect, moreTime, acceptance }} />
    </section>
  );
}

interface Wanted {
  moreTime: ThreadApproval | undefined;
  acceptance: ThreadApproval | undefined;
  mayCorrect: boolean;
}

const isOpen = ({ directiveState, cancelled, excused }: Part) =>
  directiveState === 'open' && !cancelled && !excused;

/** What takes words. */
function Folds({ visit, part, rights, moreTime, acceptance, mayCorrect }: Omit<Acting, 'asked'> & Wanted) {
  const { t } = visit;
  return (
    <div class="folds">
      {rights.change && acceptance ? (
        <WordsFold
          {...{ visit, act: 'giveBack', most: 500 }}
          label={t('thread.act.giveBack')}
          asks={t('thread.what')}
        />
      ) : null}
      {rights.change && moreTime ? (
        <WordsFold
          {...{ visit, act: 'refuse', most: 500, isOptional: true }}
          label={t('approval.button.refuse')}
          asks={t('thread.reason')}
        >
          <input type="hidden" name="id" value={String(moreTime.id)} />
        </WordsFold>
      ) : null}
      {rights.change && isOpen(part) && part.doneAt === null ? (
        <Extend visit={visit} label={t(moreTime ? 'approval.button.other' : 'thread.act.extend')} />
      ) : null}
      {mayCorrect ? <Correct visit={visit} part={part} /> : null}
    </div>
  );
}

/** An answer for the unit, or none that it owes. */
function Correct({ visit, part }: { visit: Visit; part: Part }) {
  const { t } = visit;
  return (
    <>
      <WordsFold
        {...{ visit, act: 'correct', most: 2000 }}
        label={t('thread.act.correct')}
        asks={t('thread.answer')}
        hint={t('thread.correctHint')}
      />
      {part.excused ? (
        <Fold visit={visit} act="oblige" label={t('thread.act.oblige')}>
          <p class="fine">{t('thread.obligeHint')}</p>
          <button name="act" value="oblige" class="primary">
            {t('thread.act.oblige')}
          </button>
        </Fold>
      ) : (
        <WordsFold
          {...{ visit, act: 'excuse', most: 200, isOptional: true }}
          label={t('thread.act.excuse')}
          asks={t('thread.reason')}
          hint={t('thread.excuseHint')}
        />
      )}
    </>
  );
}

function Extend({ visit, label }: { visit: Visit; label: string }) {
  const { t } = visit;
  return (
    <WordsFold
      {...{ visit, label, act: 'extend', most: 200 }}
      asks={t('directives.newDue')}
      hint={t('directives.dueHint')}
      button={t('thread.act.extend')}
    />
  );
}

function MoreTime({ visit, part, asked }: { visit: Visit; part: Part; asked: ThreadApproval }) {
  const { t } = visit;
  const { wishedAt } = asked;
  return (
    <>
      <p>
        {t('thread.asksMoreTime')}{' '}
        {wishedAt ? <Moment visit={visit} at={wishedAt} zone={part.timeZone} /> : t('approval.noWish')}
      </p>
      {wishedAt ? (
        <form method="post">
          <input type="hidden" name="words" value="yes" />
          <button name="act" value="extend" class="primary">
            {t('thread.act.grant')}
          </button>
        </form>
      ) : null}
    </>
  );
}
