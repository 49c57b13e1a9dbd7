const yes =
  /^(?:(?:tôi |anh |chị |em )?(?:đồng ý|dong y|nhất trí|nhat tri|chấp thuận|chap thuan|duyệt|duyet|cho phép|cho phep)|được|duoc|ừ|ok|okay|oke|yes|agreed|approved?)(?: (?:ạ|a|nhé|nhe))?[.!]*$/iu;
const no =
  /^(?:từ chối|tu choi|(?:không|khong|chưa|chua)(?: (?:đồng ý|dong y|được|duoc|duyệt|duyet|chấp thuận|chap thuan|cho phép|cho phep))?|no|refused?|rejected|reject)(?=$|[\s,:;.!–-])[\s,:;.!–-]*/iu;
/** `không 5/12`: another deadline may be meant, or a reason. */
const timeAlone = /^(?:(?:đến|den|ngày|ngay|hạn|han|to|until)\s+)*\d[\d\s:/.hg-]*$/iu;

/** `đồng ý`, `từ chối vì …`: the issuer's answer to a request in words. Null for anything else, such as a deadline. */
export function readDecision(text: string): { isGranted: true } | { isGranted: false; word: string } | null {
  const words = text.normalize('NFC').trim();
  if (yes.test(words)) return { isGranted: true };
  if (!no.test(words)) return null;
  const word = words.replace(no, '').trim().slice(0, 300);
  return timeAlone.test(word) ? null : { isGranted: false, word };
}
