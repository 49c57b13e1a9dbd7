import type { Meaning } from '../clause/sense.js';
import type { Statement } from './statement.js';

const TELLING: ReadonlySet<Meaning> = new Set<Meaning>([
  'done',
  'open',
  'underway',
  'next',
  'blocked',
  'trouble',
]);

/** `tưởng xong rồi mà còn sót khối 3`: what was only believed is not said, once the truth is. */
export function withoutIllusions(all: readonly Statement[]): readonly Statement[] {
  // `tưởng chưa gửi được vì mạng chập chờn`: why it was believed
  const isWhy = ({ clause }: Statement, at: number): boolean =>
    clause.opener === 'cause' && all[at - 1]?.sense.meaning === 'supposed';
  const said = all.some(isWhy) ? all.filter((one, at) => !isWhy(one, at)) : all;
  // `tưởng còn sót 1 nhà`: cut before what was believed
  const isIllusion = ({ sense }: Statement, at: number): boolean =>
    sense.meaning === 'supposed' ||
    (sense.decided[0]?.tag === 'left' && said[at - 1]?.clause.parts.at(-1)?.tag === 'believed');
  const isTold = said.some((one, at) => !isIllusion(one, at) && TELLING.has(one.sense.meaning));
  return isTold ? said.filter((one, at) => !isIllusion(one, at)) : said;
}
