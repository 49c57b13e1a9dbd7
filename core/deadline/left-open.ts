const WEEKDAY = '(?:mon|tues?|weds?|wednes|thurs?|thu|fri|sat|satur|sun)(?:day)?s?';
const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*';

// `15/1 âm lịch`, `23 tháng Chạp`, `hết ngày rằm`: the moon's days. `trước rằm` is one too, `rầm` is not.
const LUNAR =
  /\b(?:am lich|lich am|lunar|thang (?:gieng|chap))\b|\b(?:\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?|(?:mung|mong|ngay) \w+) \(?(?:am|al|a\.l)\b|\d (?:lich )?ta *\)?(?: a)?$|(?:^|\d ?(?:h|g|gio)? |\b(?:ngay|hom|sang|trua|chieu|tooi|toi|dem|truoc|het) )ram(?: |$)/;
// `gửi sau ngày 30/11`, `from Friday`, `17h thứ 6 trở đi`: when it begins, not when it ends. `sau 17h` is no 17 hours.
const FROM = new RegExp(
  `^(?:(?:gui|nop|lam|bao cao) )?sau (?:ngay|hom|thu (?:\\d|hai|ba|tu|nam|sau|bay)|t[2-7]|chu nhat|cn|mung)\\b|^sau (?:[7-9]|1\\d|2[0-3]) ?(?:h|g|gio)(?: ?\\d\\d)?(?! ?(?:nua|ke|tinh|lam))|^(?:from|starting|starts|since|after) (?:on )?(?:the )?(?:${WEEKDAY}|${MONTH}|\\d{1,2}(?:st|nd|rd|th)|\\d{1,2}[/-]\\d)|^(?!.*\\b(?:tu|hang|moi)\\b).*\\d.* tro di(?: a)?$|\\bonwards?\\b`,
);
// `the day before Friday`, `first Monday of December`: a day that is counted from another.
const COUNTED = new RegExp(
  `\\b(?:days?|weeks?|months?|hours?|eve) (?:before|prior to)\\b|\\b(?:first|second|third|fourth|last|1st|2nd|3rd|4th) ${WEEKDAY} (?:of|in) (?!each|every)|\\b\\d{1,2} (?:ngay|hom|tuan) truoc (?:ngay|thu|tet|le|\\d)`,
);
// `27 và 28/11`: two days.
const TWO = /\b\d{1,2} (?:va|and|&) \d{1,2} ?[/-] ?\d{1,2}\b(?!.*\b(?:hang|moi|every|each)\b)/;
// `1.5 ngày`, `1/2 ngày`: no date, and too little to count by.
const FRACTION =
  /(?:^| )(?:\d\.5|1\/2|1\/4|3\/4) ?(?:tieng|gio|h nua|ngay|buoi|tuan|thang|working|business|days?|weeks?|hours?|months?)\b/;
// `17h Noel`, `chiều giao thừa`: days that have no date here.
const FEASTS = /\b(?:noel|giang sinh|giao thua|trung thu|christmas eve)\b/;
const SMALL_HOURS = /\brang sang\b|(?<!\b(?:thu|th) )\btu (?:tuan|thang) (?:sau|toi|tiep)\b/;

const OPEN = [LUNAR, FROM, COUNTED, TWO, FRACTION, FEASTS, SMALL_HOURS];

/** Whether words of a time leave open which day they mean, however they are read. Takes prepared words. */
export const leavesOpen = (words: string): boolean => OPEN.some((pattern) => pattern.test(words));
