import type { Part, ThreadApproval } from '../../../store/threads.js';
import { Fold } from '../parts/fold.js';
import { typed } from '../form.js';
import type { Visit } from '../page.js';
import { Moment } from '../parts/moment.js';

export interface PartRights {
  /** Extend, accept, give back, settle. */
  change: boolean;
  /** Enter an answer for the unit. */
  correct: boolean;
}

interface Acting {
  visit: Visit;
  part: Part;
  /** What the unit asked for and nobody has decided. */
  asked: readonly ThreadApproval[];
  rights: PartRights;
}

/** What can be decided about this unit's part: first what it waits for. */
export function PartActions({ visit, part, asked, rights }: Acting) {
  const { t } = visit;
  const isOpen = part.directiveState === 'open' && !part.cancelled && !part.excused;
  const moreTime = asked.find(({ kind }) => kind === 'more-time');
  const acceptance = asked.find(({ kind }) => kind === 'acceptance');
  const mayCorrect = rights.correct && part.directiveState !== 'cancelled' && !part.cancelled;
  if (!rights.change && !mayCorrect) return null;
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
      <div class="folds">
        {rights.change && acceptance ? <GiveBack visit={visit} /> : null}
        {rights.change && moreTime ? <Refuse visit={visit} asked={moreTime} /> : null}
        {rights.change && isOpen && part.doneAt === null ? (
          <Extend visit={visit} label={t(moreTime ? 'approval.button.other' : 'thread.act.extend')} />
        ) : null}
        {mayCorrect ? <Correct visit={visit} /> : null}
      </div>
    </section>
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

function Refuse({ visit, asked }: { visit: Visit; asked: ThreadApproval }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="refuse" label={t('approval.button.refuse')}>
      <input type="hidden" name="id" value={String(asked.id)} />
      <label>
        {t('thread.reason')}
        <input name="words" maxlength={500} value={typed(visit, 'refuse', 'words')} autocomplete="off" />
      </label>
      <button name="act" value="refuse" class="primary">
        {t('approval.button.refuse')}
      </button>
    </Fold>
  );
}

function GiveBack({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="giveBack" label={t('thread.act.giveBack')}>
      <label>
        {t('thread.what')}
        <input
          name="words"
          required
          maxlength={500}
          value={typed(visit, 'giveBack', 'words')}
          autocomplete="off"
        />
      </label>
      <button name="act" value="giveBack" class="primary">
        {t('thread.act.giveBack')}
      </button>
    </Fold>
  );
}

function Extend({ visit, label }: { visit: Visit; label: string }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="extend" label={label}>
      <label>
        {t('directives.newDue')}
        <input
          name="words"
          required
          maxlength={200}
          value={typed(visit, 'extend', 'words')}
          autocomplete="off"
        />
      </label>
      <p class="fine">{t('directives.dueHint')}</p>
      <button name="act" value="extend" class="primary">
        {t('thread.act.extend')}
      </button>
    </Fold>
  );
}

function Correct({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="correct" label={t('thread.act.correct')}>
      <label>
        {t('thread.answer')}
        <input
          name="words"
          required
          maxlength={2000}
          value={typed(visit, 'correct', 'words')}
          autocomplete="off"
        />
      </label>
      <p class="fine">{t('thread.correctHint')}</p>
      <button name="act" value="correct" class="primary">
        {t('thread.act.correct')}
      </button>
    </Fold>
  );
}
