import type { Attachment } from '../../../core/message.js';
import { fileLimit } from '../../../services/drafts/keep-file.js';
import type { Visit } from '../page.js';
import { fileOf } from './files.js';
import { sayFile } from './preview.js';

/** What the browser offers; what is taken, the first bytes decide. */
const accepted = '.jpg,.jpeg,.png,.pdf,.doc,.docx,.xls,.xlsx,.ppt,.pptx,.odt,.ods,.odp,.zip';

/** One file goes along; another takes its place. */
export function FileField({ visit, kept: [file] }: { visit: Visit; kept: readonly Attachment[] }) {
  const { t, form } = visit;
  const lost = fileOf(form);
  return (
    <>
      {file ? (
        <label class="tick">
          <input type="checkbox" name="dropFile" value="1" />
          {t('composing.dropFile')} <span class="soft">{sayFile(t, file)}</span>
        </label>
      ) : null}
      <label>
        {t(file ? 'composing.otherFile' : 'composing.file')}
        <input type="file" name="file" accept={accepted} />
      </label>
      <p class="fine">
        {lost
          ? t('composing.fileAgain', { name: lost.name })
          : t('composing.fileHint', { limit: fileLimit / 1024 / 1024 })}
      </p>
    </>
  );
}
