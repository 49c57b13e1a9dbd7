import { foldText } from '../text/fold.js';
import { splitList } from '../text/split-list.js';
import type { Quorum } from './quorum.js';

/** Null: anyone answers. `wrong`: it was meant so, but this can't be read. */
export type QuorumReading = { quorum: Quorum | null } | { wrong: string };

const anyone = /^(?:ai cung duoc|bat ky ai|bat cu ai|ca nhom|anyone|anybody)$/;
const lead = /^(?:(?:nguoi )?phu trach(?: don vi)?|truong don vi|thu truong|(?:the )?(?:unit'?s? )?leads?)$/;
const all =
  /^(?:moi nguoi|tat ca(?: moi nguoi)?|ca danh sach|moi nguoi trong danh sach|every(?:one|body)(?: on the list)?)$/;
const share = /^(\d{1,2})\s+(?:trong(?:\s+số|\s+so)?|of|trên|tren)\s*:?\s+(.+)$/isu;
const namesAtMost = 20;

/** What stands behind `người trả lời:`: `phụ trách`, `mọi người`, `2 trong @binh, @chi, @dung`, `Nguyễn Văn Bình; Trần Thị Chi`. */
export function readQuorum(text: string): QuorumReading {
  const words = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[.!]+$/, '');
  const fold = foldText(words);
  if (anyone.test(fold)) return { quorum: null };
  if (lead.test(fold)) return { quorum: { who: 'lead' } };
  if (all.test(fold)) return { quorum: { who: 'all' } };
  const [, count, rest = words] = share.exec(words) ?? [];
  const names = readNames(rest);
  const need = count === undefined ? names.length : Number(count);
  const isSensible = names.length > 0 && names.length <= namesAtMost && need >= 1 && need <= names.length;
  return isSensible ? { quorum: { who: 'named', names, need } } : { wrong: words };
}

/** Names between commas or `và`; usernames need no comma between them. Each once. */
function readNames(text: string): string[] {
  const names = splitList(text)
    .flatMap((part) => (/^@\S+(?:\s+@\S+)*$/u.test(part) ? part.split(/\s+/) : [part]))
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const seen = new Set<string>();
  return names.filter((name) => {
    const fold = foldText(name);
    const isNew = !seen.has(fold) && name.length <= 60;
    seen.add(fold);
    return isNew;
  });
}
