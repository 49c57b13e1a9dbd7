import type { Translate } from '../../../locales/texts.js';

/** A secret that stands on this page and nowhere else: whoever loses it makes another one. */
export function ShownOnce({ t, title, secret }: { t: Translate; title: string; secret: string }) {
  return (
    <>
      <h1>{title}</h1>
      <section class="card stack">
        <p>
          <strong>{t('access.shownOnce')}</strong>
        </p>
        <label>
          {t('access.secret')}
          <textarea class="secret" rows={2} readonly spellcheck={false}>
            {secret}
          </textarea>
        </label>
        <p class="fine">{t('access.keepSafe')}</p>
        <p>
          <a class="button primary" href="/admin/access">
            {t('access.kept')}
          </a>
        </p>
      </section>
    </>
  );
}
