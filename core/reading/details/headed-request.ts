import { foldText } from '../../text/fold.js';
import { readClauses } from '../splitting/clauses.js';
import type { Section, SectionKind } from '../splitting/sections.js';
import type { Title } from '../title/title.js';
import type { MoreTime } from './ask-later.js';
import { wordsOf } from './difficulty.js';
import { findMoreTime } from './more-time.js';

/** Among difficulties only what asks is a request: `hợp đồng gia hạn đến 30/11 chưa ký` tells one. */
const ASKS = /(?:^| )(?:xin|mong|de nghi|de xuat|kien nghi|cho|can|please|need|request|give|grant)(?: |$)/;
const OTHER_TERMS =
  /(?:gia|lui|noi) han (?:them |lai )?(?:hop dong|giay phep|the |bao hiem|visa|ho chieu|chung chi|chung nhan|chu ky so|thue bao|phan mem|ten mien)/;

/**
 * A request for more time that stands under a heading (`Đề xuất: gia hạn đến 30/11`, `vướng: thiếu máy; xin gia hạn thêm 3
 * ngày`), and the sections without it; a difficulty that is nothing else stays as it is.
 */
export function askUnderHeading(
  sections: readonly Section[],
  title: Title,
): { moreTime: MoreTime | null; sections: readonly Section[] } {
  const ofKind = (wanted: SectionKind) => sections.filter(({ kind }) => kind === wanted);
  for (const section of [...ofKind('proposal'), ...ofKind('difficulty')]) {
    const { kind, words } = section;
    const isDifficulty = kind === 'difficulty';
    for (const clause of readClauses(words, title)) {
      const moreTime = findMoreTime(words, [clause]);
      const asked = foldText(wordsOf(words, clause, 0));
      if (!moreTime || OTHER_TERMS.test(asked) || (isDifficulty && !ASKS.test(asked))) continue;
      const left = isDifficulty ? without(words, wordsOf(words, clause, 0)) : words;
      const shown = { ...section, words: left === '' ? words : left };
      return { moreTime, sections: sections.map((one) => (one === section ? shown : one)) };
    }
  }
  return { moreTime: null, sections };
}

const LEADS_ON =
  /(?:^|[\s,;.:–-]+)(?:nên|nen|vì vậy|vi vay|do đó|do do|do vậy|do vay|và|va|so|and)?[\s,;.:–-]*$/iu;

function without(words: string, asked: string): string {
  const at = words.indexOf(asked);
  if (at < 0) return words;
  const before = words.slice(0, at).replace(LEADS_ON, '');
  const after = words.slice(at + asked.length).replace(/^(?:\s*(?:ạ|nhé)(?=\s|$|\p{P}))?[\s,;.–-]*/u, '');
  return [before, after].filter((part) => part !== '').join('; ');
}
