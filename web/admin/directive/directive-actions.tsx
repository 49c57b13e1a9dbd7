import type { ViewedDirective } from '../../../store/directive-view.js';
import { typed } from '../form.js';
import type { Visit } from '../page.js';
import { Fold } from '../parts/fold.js';
import { WordsFold } from '../parts/words-fold.js';

interface Standing {
  visit: Visit;
  directive: ViewedDirective;
  /** Groups to which it failed. */
  failed: number;
  /** Units that wait to be accepted, and the newest of their requests: what came later was not seen. */
  awaiting: { count: number; last: number } | null;
}

/** What whoever may change the directive can do to the whole of it. */
export function DirectiveActions({ visit, directive, failed, awaiting }: Standing) {
  const { t } = visit;
  const isOpen = directive.state === 'open';
  const owes = isOpen && directive.kind !== 'notice';
  const mayMerge =
    directive.kind !== 'notice' && directive.state !== 'cancelled' && directive.mergedInto === null;
  if (!isOpen && !awaiting && !mayMerge) return null;
  return (
    <section class="card" aria-labelledby="actions">
      <h2 id="actions">{t('directives.actions')}</h2>
      <form method="post" class="row">
        {owes ? (
          <button name="act" value="remind">
            {t('directives.act.remind')}
          </button>
        ) : null}
        {failed > 0 && isOpen ? (
          <button name="act" value="resend">
            {t('card.button.again', { count: failed })}
          </button>
        ) : null}
        {awaiting ? (
          <>
            <input type="hidden" name="last" value={String(awaiting.last)} />
            <button name="act" value="acceptAll" class="primary">
              {t('directives.act.acceptAll', { count: awaiting.count })}
            </button>
          </>
        ) : null}
      </form>
      <div class="folds">
        {owes ? <Extend visit={visit} /> : null}
        {isOpen ? <Amend visit={visit} directive={directive} /> : null}
        {mayMerge ? <Merge visit={visit} directive={directive} /> : null}
        {isOpen ? <End visit={visit} /> : null}
      </div>
    </section>
  );
}

function Extend({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <WordsFold
      {...{ visit, act: 'extend', name: 'due', most: 200 }}
      label={t('directives.act.extend')}
      asks={t('directives.newDue')}
      hint={t('directives.dueHint')}
      button={t('directives.act.extendAll')}
    />
  );
}

function Amend({ visit, directive }: { visit: Visit; directive: ViewedDirective }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="amend" label={t('directives.act.amend')}>
      <label>
        {t('directives.title')}
        <input
          name="title"
          required
          maxlength={300}
          value={typed(visit, 'amend', 'title', directive.title)}
        />
      </label>
      <label>
        {t('directives.body')}
        <textarea name="body" rows={8} maxlength={20000}>
          {typed(visit, 'amend', 'body', directive.body)}
        </textarea>
      </label>
      <p class="fine">{t('directives.amendHint')}</p>
      <button name="act" value="amend" class="primary">
        {t('directives.act.amendSend')}
      </button>
    </Fold>
  );
}

function Merge({ visit, directive }: { visit: Visit; directive: ViewedDirective }) {
  const { t } = visit;
  return (
    <WordsFold
      {...{ visit, act: 'merge', name: 'into', most: 12 }}
      label={t('directives.act.merge')}
      asks={t('directives.mergeInto')}
      hint={t('directives.mergeHint', { number: directive.number ?? '' })}
      button={t('directives.act.mergeButton')}
    />
  );
}

function End({ visit }: { visit: Visit }) {
  const { t } = visit;
  return (
    <Fold visit={visit} act="end" label={t('directives.act.end')}>
      <p class="fine">{t('directives.endHint')}</p>
      <label>
        {t('directives.cancelReason')}
        <input name="words" maxlength={200} value={typed(visit, 'cancel', 'words')} />
      </label>
      <div class="row">
        <button name="act" value="close">
          {t('directives.act.close')}
        </button>
        <button name="act" value="cancel" class="danger">
          {t('directives.act.cancel')}
        </button>
      </div>
    </Fold>
  );
}
