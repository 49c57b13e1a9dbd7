import { z } from 'zod';

const oneLine = z.string().max(200);

/**
 * What an organisation's documents look like, as data: other bodies follow other guides (one of the Party has another
 * title and no motto). Empty: that part is left out.
 */
export const profileSchema = z.object({
  nationalTitle: oneLine,
  motto: oneLine,
  /** The body above, abbreviated where that is usual. */
  superior: oneLine,
  issuer: oneLine,
  /** What stands behind the number: `BC-UBND`. */
  symbol: oneLine,
  /** Where it is signed. */
  place: oneLine,
  /** `Kính gửi:`; the bodies to which the report goes. */
  addressees: z.array(oneLine).max(20),
  /** In whose name: `TM. ỦY BAN NHÂN DÂN`. */
  signRight: oneLine,
  signOffice: oneLine,
  signName: oneLine,
  recipients: z.array(oneLine).max(30),
  /** Who keeps it, in the last line of the recipients: `VT, VP`. */
  kept: oneLine,
  urgency: oneLine,
});
export type Profile = z.infer<typeof profileSchema>;
export type ProfileField = keyof Profile;

export const profileFields = Object.keys(profileSchema.shape) as ProfileField[];
/** Fields of several lines, parted by semicolons where they are written in one. */
export const listFields = ['addressees', 'recipients'] as const satisfies readonly ProfileField[];

const nothing: Profile = {
  ...{ nationalTitle: '', motto: '', superior: '', issuer: '', symbol: '', place: '', addressees: [] },
  ...{ signRight: '', signOffice: '', signName: '', recipients: [], kept: '', urgency: '' },
};

/** The recipient that stands for those the report is addressed to. Where it is addressed to nobody, it is left out. */
const asAbove = 'Như trên';

/** Those to whom copies go, as they are printed. */
export function recipientsOf({ addressees, recipients }: Profile): string[] {
  return addressees.length > 0 ? recipients : recipients.filter((line) => line !== asAbove);
}

/** What holds until somebody writes down more: the national title for Vietnamese, nothing of the kind for English. */
export function defaultProfile(locale: string, organisation: string): Profile {
  if (locale !== 'vi') return { ...nothing, issuer: organisation };
  return {
    ...nothing,
    nationalTitle: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
    issuer: organisation,
    symbol: 'BC',
    recipients: [asAbove],
    kept: 'VT',
  };
}

/** A stored profile over what holds anyway; parts that are in a strange form are as if they were not there. */
export function readProfile(stored: unknown, locale: string, organisation: string): Profile {
  const given = profileSchema
    .partial()
    .catch({})
    .parse(stored ?? {});
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return { ...defaultProfile(locale, organisation), ...set };
}
