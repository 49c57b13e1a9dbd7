import { z } from 'zod';
import { isAllowed } from '../../../core/authorise.js';
import { UserError } from '../../../core/errors.js';
import {
  listFields,
  profileFields,
  profileSchema,
  type Profile,
  type ProfileField,
} from '../../../core/report/profile.js';
import { locales, type Locale } from '../../../locales/texts.js';
import { getLetterhead, setLetterhead } from '../../../services/letterhead/set-letterhead.js';
import { readForm } from '../form.js';
import type { Visit } from '../page.js';
import { Pills } from '../parts/find-form.js';
import type { Part } from './part.js';
import { RulesInForce } from './rules-in-force.js';

const path = '/admin/organisation?show=settings';
const isList = (field: ProfileField) => (listFields as readonly string[]).includes(field);
/** What takes several lines stands last, side by side. */
const shownFields = [...profileFields.filter((field) => !isList(field)), ...listFields];
const line = z.string().max(4_000);
const letterheadForm = z.object({
  of: z.enum(locales),
  ...(Object.fromEntries(profileFields.map((field) => [field, line])) as Record<ProfileField, typeof line>),
});

export const settingsPart: Part = {
  right: 'set-letterhead',
  show: Settings,
  acts: {
    async setLetterhead(deed, form) {
      const { of, ...words } = readForm(form, letterheadForm);
      return { said: await setLetterhead(deed, of, readProfile(words)) };
    },
  },
};

/** Lists are a line each. Throws UserError for what is too long. */
function readProfile(words: Record<ProfileField, string>): Profile {
  const lines = (text: string) => text.split('\n').flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
  const read = profileSchema.safeParse(
    Object.fromEntries(
      profileFields.map((field) => [field, isList(field) ? lines(words[field]) : words[field].trim()]),
    ),
  );
  if (!read.success) throw new UserError('organisation.fault.letterhead');
  return read.data;
}

/** What the organisation's documents look like, in each language, and the rules by which the program works. */
async function Settings(visit: Visit) {
  const { query, form, locale, speaker } = visit;
  if (!isAllowed(speaker.roles, 'set-letterhead', [])) return null;
  const of: Locale = locales.find((one) => one === (form['of'] ?? query.get('of'))) ?? locale;
  const profile = await getLetterhead(visit, of);
  return (
    <>
      <Letterhead visit={visit} of={of} profile={profile} />
      <RulesInForce visit={visit} />
    </>
  );
}

function Letterhead({ visit: { t }, visit, of, profile }: { visit: Visit; of: Locale; profile: Profile }) {
  return (
    <section class="card stack" aria-labelledby="letterhead">
      <h2 id="letterhead">{t('letterhead.title')}</h2>
      <Pills
        pills={locales.map((one) => ({
          label: t(`admin.frame.language.${one}`),
          href: `${path}&of=${one}`,
          isOn: one === of,
        }))}
      />
      <form method="post" class="stack">
        <input type="hidden" name="of" value={of} />
        <div class="pair">
          {shownFields.map((field) => (
            <Line visit={visit} field={field} value={profile[field]} />
          ))}
        </div>
        <p class="fine">{t('organisation.letterheadHint')}</p>
        <div class="row">
          <button name="act" value="setLetterhead" class="primary">
            {t('organisation.saved.save')}
          </button>
        </div>
      </form>
    </section>
  );
}

function Line({ visit, field, value }: { visit: Visit; field: ProfileField; value: string | string[] }) {
  const sent = visit.form[field];
  const before = typeof value === 'string' ? value : value.join('\n');
  const words = typeof sent === 'string' ? sent : before;
  return (
    <label>
      {visit.t(`letterhead.field.${field}`)}
      {isList(field) ? (
        <textarea name={field} rows={3} maxlength={4000}>
          {words}
        </textarea>
      ) : (
        <input name={field} value={words} maxlength={200} autocomplete="off" />
      )}
    </label>
  );
}
