import type { Translate } from '../../../locales/texts.js';

/** What web/public/tree.js asks before a unit that was dragged is moved. */
export function MoveDialog({ t }: { t: Translate }) {
  return (
    <>
      <dialog
        data-move=""
        class="card"
        aria-labelledby="move-question"
        data-under={t('organisation.drag.under', { unit: '{unit}', parent: '{parent}' })}
        data-to-top={t('organisation.drag.toTop', { unit: '{unit}' })}
        data-along={t('organisation.drag.along', { units: '{count}' })}
      >
        <form method="post" class="stack">
          <p id="move-question" data-question="" />
          <p class="soft" data-along-line="" />
          <input type="hidden" name="code" />
          <input type="hidden" name="parent" />
          <div class="row">
            <button name="act" value="move" class="primary">
              {t('organisation.move')}
            </button>
            <button formmethod="dialog">{t('organisation.drag.cancel')}</button>
          </div>
        </form>
      </dialog>
      <script src="/admin/assets/tree.js" type="module" />
    </>
  );
}
