const NAMED =
  /\b(?:lop|khoi|to|thon|doi|phong|khu|so|diem|ban|dot|mau|bieu|kho|cum|tru|quay|ke|toa|nha|tang|ho|co so|chi nhanh|so hieu|qd|hoc ky|hk|mui|vong|lan|khoa|tre|be|phu luc|cv|cong van|kh) \d{1,4}[a-z]?\b(?! (?:tieng|gio|ngay|tuan|thang|phut)\b)/g;
const DOCUMENT = /\b\d{1,6}(?:\/\d{4})?[-/][a-z]{2,8}(?:[-/][a-z]{1,8})*\b/g;
// `50k/người`, `trẻ 18 tháng`
const AMOUNT =
  /\b\d[\d.,]* ?(?:k|tr|trieu|nghin|ngan|dong|d|kg|tan|lit|ha|m2|km|cm|%)(?![a-z0-9])|\b(?:tre|be|chau|em) (?:tu )?\d{1,2}(?: ?- ?\d{1,2})? (?:thang|tuoi)|\b[69] thang(?: (?:dau|cuoi) nam)?(?! (?:nua|toi|tiep|sau))\b/g;
// `nộp 2 bản`, `60 suất`: a number of things.
const THINGS =
  /(?<!\b(?:thu|th|t|ngay|hom|thang|quy|tuan|nam|luc|mung|mong|ky|truoc|han) )\b\d{1,4} (?!(?:h|g|gio|p|phut|tieng|ngay|hom|bua|buoi|ng|tuan|thang|quy|nam|nua|sang|trua|chieu|tooi|toi|dem|ruoi|kem|lan|giay|nay|tiep|a|am|pm|o|to|th|st|nd|rd|days?|weeks?|months?|hours?|hrs?|minutes?|working|business)\b)[a-z]{2,}/g;
// `báo cáo quý`, `kiểm kê cuối năm`: what the work is called.
const CALLED =
  /\b(?:bao cao|bc|ke hoach|kh|so lieu|tong ket|so ket|lich|kiem ke|quyet toan|thi|so)(?: (?!ngay|hom|thu|truoc|cham|muon|tre|han|moi|hang|cu)[a-z]{2,}){0,2} (?:(?:cuoi|dau|giua) )?(?:nam|thang|quy|tuan|ngay|ky)\b(?! (?:nay|sau|tiep|toi|\d))/g;
// `bảng chấm công tháng 11`, `báo cáo quý 4/2025`
const OF_PERIOD =
  /\b(?:bao cao|bc|bang|cham cong|luong|so lieu|danh sach|ho so|doanh thu|hoa don|phieu|bien ban|ke hoach|tien|quyet toan|diem|tong ket|so ket)(?: (?!ngay|hom|thu|truoc|cham|muon|tre|han|moi|hang|cu)[a-z]{2,}){0,3} (?:thang|thg|t|quy|tuan|nam|nam hoc|hoc ky|ky|dot) ?(?:\d{1,4}|iv|i{1,3})(?:[-/]\d{4})?\b/g;
const PERSON = /\b(?:chi|co|em|anh|ban|ba) (?:mai|nam|hai|ba|tu|sau|bay|mot)\b/g;
const TIME_WORDS = [
  'thu(?= (?:hai|ba|tu|nam|sau|bay|may|\\d))',
  'quy(?= (?:nay|sau|tiep|toi|i|[1-4]))',
  'nam(?= (?:nay|sau|tiep|toi|\\d))',
  '(?:moi|hang|cu)(?= (?:mot|\\d|ngay|hom|tuan|thang|quy|nam|sang|trua|chieu|tooi|toi|dem|buoi|thu|t\\d|cn|chu|cuoi|dau))',
  'mot(?= (?:ngay|tuan|thang|quy|nam|tieng|gio|buoi|hom|lan))|(?:mai|ngay|hom|bua) mot',
  '(?:hom|ngay|tuan|thang|dem|vua|quy|nam|da|gio) (?:qua|roi)',
  'ngay|hom|bua|mai|kia|nay|tuan|thang|gio|sang|trua|chieu|toi|tooi|tiep|dem|sau|tu',
  '(?:dau|giua|cuoi)(?= (?:tuan|thang|quy|nam|gio|buoi|sang|chieu|ngay|ca|thu|hoc|ky|moi|hang|nay|mai|t\\d))',
  'cn|chu nhat|t[2-7]|tet',
  'khi|khong|chua|dung(?= (?:gui|nop|de|bao|cham|quen|tre|lam|qua|h|\\d))|het|hoac|hay|neu|kip|tru|gan|khoang|le|chac|tuy|truoc|ngoai|not|if|or|except|after|every|each',
  '(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:next|working|business|every|each|of|the|\\d) days?|week|month|tomorrow|today',
];
const TELLS_TIME = new RegExp(`\\d|\\b(?:${TIME_WORDS.join('|')})\\b`);

/** Whether the words, which a deadline may have around it, say anything about a time. Takes prepared words. */
export function tellsTime(words: string): boolean {
  return TELLS_TIME.test(
    words
      .replace(DOCUMENT, ' ')
      .replace(AMOUNT, ' ')
      .replace(OF_PERIOD, ' ')
      .replace(CALLED, ' ')
      .replace(/\b(?:de|cho) kip\b/g, ' ')
      .replace(PERSON, ' ')
      .replace(/\bchua (?:chay|benh|tri)\b|\bsua chua\b/g, ' ')
      .replace(NAMED, ' ')
      .replace(THINGS, ' '),
  );
}
