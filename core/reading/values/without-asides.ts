import { foldText } from '../../text/fold.js';
import type { Asked } from './asked.js';

/** `17 ca, trong đó 2 ca nặng` */
const SUBSET =
  /(?<=\d.{0,40})[ ,;:-]+(?:trong (?:đó|do|số đó|so do)|bao gồm|bao gom|gồm(?! (?:VAT|thuế))|of which|including)\s.*$/isu;
/** `450 em, nữ 210`; of `5 nam, nữ 3` both are parts. */
const WOMEN = /(?<=\d.{0,40})[ ,;:-]+(?:nữ|nu)[ :]+\d{1,6}[ .ạa]*$/iu;

/** Without what is only a part of the figure: told of `trong đó`, or of women where nobody asked for them. */
export function withoutSubset(text: string, { words }: Asked): string {
  if (words.has('nu')) return text;
  const asked = (part: string) =>
    foldText(part)
      .split(/[^a-z]+/)
      .filter((word) => word.length > 1 && words.has(word));
  // `vắng 6, trong đó 2 không phép` where those are asked for
  const whole = text.replace(SUBSET, (part, at: number) => {
    const told = asked(text.slice(0, at));
    return asked(part).every((word) => told.includes(word)) ? '' : part;
  });
  return /(?:^|[^a-z])nam(?![a-z])/.test(foldText(whole)) ? whole : whole.replace(WOMEN, '');
}

const WRONG = String.raw`(?:(?:chứ |chu )?(?:không|khong|ko|k) (?:phải |phai )|(?:chứ |chu )(?:không|khong|ko|k) |not )(?:là |la )?[\d.,]{1,15}`;
const CORRECTED = [
  // `em báo nhầm ạ, 398`, `5tr, ấy nhầm, 5tr6`; `nhầm 2 em` tells by how many
  /^.*(?:nhầm|nham|quên|quen)(?: (?:ạ|a|rồi|roi|anh|chị|chi|em))*\s*[,.:;]+\s*(?=\d)/isu,
  /^.*(?:à|ấy|ay|ah|[,.;]\s*a) (?:nhầm|nham|quên|quen),?\s+(?=\d)/isu,
  // `29 bài, ý em là 39 bài`, `giữ 9 chiếc, cập nhật: 11 chiếc`
  /^.*\d.*[,.;]\s*(?:à )?(?:(?:ý|y) (?:em|mình|minh|tôi|toi) (?:là|la)|(?:(?:cập nhật|cap nhat|đính chính|dinh chinh)(?: lại| lai)?|chốt lại|chot lai|(?:sửa|sua) (?:lại|lai)(?= (?:là|la)|:))(?: (?:là|la))?) ?:? ?(?=\d)/isu,
  // `42. à quên cộng ca chiều, 47 mới đúng`
  /^.*[,.;]\s*(?=\d[\d.,]{0,12} (?:\p{L}{1,8} )?(?:mới đúng|moi dung))/isu,
  // `61 ạ, hồi nãy em gõ 16`
  /(?<=\d.{0,20}),? (?:hồi|hoi|lúc|luc|ban) (?:nãy|nay) .*$/isu,
  // `412 trên tổng 420 cháu`
  /(?<=\d) (?:trên|tren) (?:tổng |tong )?(?:số |so )?\d(?!.*%).*$/isu,
  // `không phải 450 mà là 451`
  new RegExp(
    String.raw`(?<![\p{L}\d])${WRONG}(?: \p{L}{1,12})?,? (?:mà|ma|but|it's|its|it is) (?:là |la )?(?=\d)`,
    'iu',
  ),
  // `451 chứ không phải 450`
  new RegExp(String.raw`(?<=\d),? (?:\p{L}{1,12} )?${WRONG}(?: \p{L}{1,12}){0,3}[ .]*$`, 'iu'),
];

/** The figure that holds, where the one it stands for is named beside it. */
export const withoutCorrected = (text: string): string =>
  CORRECTED.reduce((left, wrong) => left.replace(wrong, ''), text);
