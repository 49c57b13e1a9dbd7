const yes = /^(?:đồng ý|dong y|ok|yes|agreed)[.!]*$/iu;
const no = /^(?:không(?: đồng ý)?|khong(?: dong y)?|no|refuse)(?=$|[\s,:.–-])[\s,:.–-]*/iu;

/** `đồng ý`, `không, vì …`: the issuer's answer to a request in words. Null for anything else, such as a deadline. */
export function readDecision(text: string): { isGranted: true } | { isGranted: false; word: string } | null {
  const words = text.normalize('NFC').trim();
  if (yes.test(words)) return { isGranted: true };
  return no.test(words) ? { isGranted: false, word: words.replace(no, '').trim().slice(0, 300) } : null;
}
