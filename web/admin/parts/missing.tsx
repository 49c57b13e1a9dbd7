import type { Translate } from '../../../locales/texts.js';

/** In place of a page that is not there, or not for these eyes. */
export function Missing({ t, what }: { t: Translate; what: 'notFound' | 'notAllowed' }) {
  return (
    <>
      <h1>{t(`admin.${what}.title`)}</h1>
      <p class="soft">{t(`admin.${what}.text`)}</p>
      <p>
        <a class="button" href="/admin">
          {t('admin.frame.toStart')}
        </a>
      </p>
    </>
  );
}
