import { DateTime } from 'luxon';
import type { RichText } from '../message.js';
import type { Block, TableBlock } from './block.js';
import { buildDirectives } from './directives-part.js';
import { buildDecisions, sayComparisons, saySize } from './head-part.js';
import { buildAttention } from './attention-part.js';
import { recipientsOf, type Profile } from './profile.js';
import { buildFigureTable } from './figure-table.js';
import type { Writing } from './report-head.js';
import { sayPeriod } from './say-period.js';
import { buildCorrections, buildNotices, buildTrust } from './trust-part.js';
import { buildMerits, buildUnits } from './units-part.js';
import { buildDifficulties, buildNext, buildProposals } from './words-part.js';

/** A piece of a document's body. `part`: I., II.; `point`: 1., 2.; `letter`: a), b). */
export type DocumentBlock =
  | { kind: 'part' | 'point' | 'letter'; text: string }
  | { kind: 'text' | 'item'; text: RichText }
  | TableBlock;

/** An administrative document, each part where its layout wants it, before Word or PDF draw it. */
export interface AdminDocument {
  profile: Profile;
  number: string;
  placeAndDate: string;
  kind: string;
  subject: string;
  addressed: string;
  body: DocumentBlock[];
  /** Each line as it is printed: `- Như trên;`, the last one, who keeps it, with a full stop. */
  recipients: { title: string; lines: string[] };
  appendix: { title: string; name: string; reference: string; blocks: DocumentBlock[] } | null;
}

/** More of each than these are counted in a document: the workbook has them all. */
const most = {
  decisions: 30,
  attention: 40,
  directives: 40,
  words: 60,
  corrections: 40,
  trust: 30,
  units: 2_000,
};

/** The report in the form in which it is signed. `signedOn`: the day it was frozen. */
export function buildDocument(writing: Writing, profile: Profile, signedOn: Date): AdminDocument {
  const { t, content, head } = writing;
  const number = sayNumber(writing, profile);
  const period = sayPeriod(t, content.period, head.place);
  const units = head.isOneUnit
    ? []
    : buildUnits(writing, most.units).filter(({ kind }) => kind !== 'heading');
  const date = DateTime.fromJSDate(signedOn, { zone: head.place.zone });
  return {
    profile,
    number,
    placeAndDate: sayPlaceAndDate(writing, profile, date),
    kind: t('document.kind'),
    subject: t('document.subject', { period }),
    addressed: t('document.addressed'),
    body: endWithSign(writing, buildBody(writing, units.length > 0)),
    recipients: { title: t('document.recipients'), lines: listRecipients(writing, profile) },
    appendix:
      units.length === 0
        ? null
        : {
            title: t('document.appendix'),
            name: t('summary.byUnit').toLocaleUpperCase(),
            reference: t('document.appendixOf', {
              number: number.replace(/^[^:]*:\s*/, ''),
              ...dayOf(writing, date),
            }),
            blocks: units.map(toDocumentBlock),
          },
  };
}

/** `Số: 05/BC-UBND`: below 10 with a leading 0; room to write it where there is none yet. */
function sayNumber({ t, head }: Writing, { symbol }: Profile): string {
  const number = head.number === null ? '     ' : String(head.number).padStart(2, '0');
  return t('document.number', { number }) + (symbol === '' ? '' : `/${symbol}`);
}

function listRecipients({ t }: Writing, profile: Profile): string[] {
  const { kept } = profile;
  const bare = (line: string) => line.replace(/[.;]+$/, '');
  const lines = [...recipientsOf(profile), ...(kept === '' ? [] : [t('document.kept', { kept })])];
  return lines.map((line, at) => `- ${bare(line)}${at === lines.length - 1 ? '.' : ';'}`);
}

/** Days below 10 and the months 1 and 2 have a leading 0. */
function dayOf({ t }: Pick<Writing, 't'>, date: DateTime) {
  return {
    day: String(date.day).padStart(2, '0'),
    month: date.month < 3 ? `0${date.month}` : String(date.month),
    year: date.year,
    date: `${date.day} ${t(`deadline.month.${date.month}`)} ${date.year}`,
  };
}

function sayPlaceAndDate(writing: Writing, { place }: Profile, date: DateTime): string {
  const said = writing.t('document.date', dayOf(writing, date));
  return place === '' ? said.charAt(0).toLocaleUpperCase() + said.slice(1) : `${place}, ${said}`;
}

/** Decisions, then the four usual parts: results, difficulties, proposals, what comes next. */
function buildBody(writing: Writing, hasAppendix: boolean): DocumentBlock[] {
  const { t, content, view, head } = writing;
  const opening = t('document.opening', {
    name: head.name,
    period: sayPeriod(t, content.period, head.place),
    from: head.moment(content.startsAt),
    to: head.moment(content.endsAt),
  });
  const results = [
    point(writing, 1, 'report.figures', [
      toText(saySize(writing)),
      ...(view.directives.length > 0
        ? [buildFigureTable(writing), ...sayComparisons(writing).slice(-1).map(toText)]
        : []),
      ...(hasAppendix ? [toText(t('document.seeAppendix'))] : []),
    ]),
    point(writing, 2, 'summary.attention', strip(buildAttention(writing, most.attention))),
    point(writing, 3, 'document.byDirective', lettered(buildDirectives(writing, most.directives))),
    point(writing, 4, 'report.merits', strip(buildMerits(writing))),
    point(writing, 5, 'document.corrections', strip(buildCorrections(writing, most.corrections))),
    point(writing, 6, 'report.trust', strip([...buildTrust(writing, most.trust), ...buildNotices(writing)])),
  ];
  return [
    toText(opening),
    ...decide(writing),
    ...part(writing, 'results', renumber(results.filter((blocks) => blocks.length > 1)).flat()),
    ...part(writing, 'difficulties', strip(buildDifficulties(writing, most.words))),
    ...part(writing, 'proposals', strip(buildProposals(writing, most.words))),
    ...part(writing, 'next', strip(buildNext(writing, most.words))),
  ];
}

function decide(writing: Writing): DocumentBlock[] {
  const blocks = buildDecisions(writing, most.decisions);
  const [title] = blocks;
  return title?.kind === 'heading' ? [{ kind: 'point', text: title.text }, ...strip(blocks)] : [];
}

const partNames = ['results', 'difficulties', 'proposals', 'next'];
const romans = ['I', 'II', 'III', 'IV'];

function part({ t }: Writing, name: string, blocks: DocumentBlock[]): DocumentBlock[] {
  const title = t(`document.part.${name}`).toLocaleUpperCase();
  const roman = romans[partNames.indexOf(name)]!;
  return [
    { kind: 'part', text: `${roman}. ${title}` },
    ...(blocks.length > 0 ? blocks : [toText(t('document.none'))]),
  ];
}

const point = ({ t }: Writing, number: number, key: string, blocks: DocumentBlock[]): DocumentBlock[] => [
  { kind: 'point', text: `${number}. ${t(key)}` },
  ...blocks,
];

/** Points that had nothing to say are gone: the others count anew. */
const renumber = (points: DocumentBlock[][]): DocumentBlock[][] =>
  points.map(([first, ...rest], at) =>
    first?.kind === 'point'
      ? [{ kind: 'point', text: first.text.replace(/^\d+/, String(at + 1)) }, ...rest]
      : rest,
  );

/** Without the heading of its own: the document has its numbered ones. */
const strip = (blocks: readonly Block[]): DocumentBlock[] =>
  blocks
    .filter((block) => block.kind !== 'heading')
    .filter((block) => !isEmpty(block))
    .map(toDocumentBlock);

const isEmpty = (block: Block) => block.kind === 'line' && block.text.every(({ text }) => text === '');

const letters = 'a b c d đ e g h i k l m n o p q r s t u v x y'.split(' ');

/** A directive a letter; of more than the alphabet has, each a number. */
function lettered(blocks: readonly Block[]): DocumentBlock[] {
  let at = 0;
  const isMany = blocks.filter(({ kind }) => kind === 'heading').length > letters.length;
  return blocks.map((block) => {
    if (block.kind !== 'heading') return toDocumentBlock(block);
    const sign = isMany ? `(${at + 1})` : `${letters[at]})`;
    at += 1;
    return { kind: 'letter', text: `${sign} ${block.text}` };
  });
}

function toDocumentBlock(block: Block): DocumentBlock {
  switch (block.kind) {
    case 'heading':
      return { kind: 'letter', text: block.text };
    case 'line':
      return { kind: 'text', text: block.text };
    default:
      return block;
  }
}

const toText = (text: string): DocumentBlock => ({ kind: 'text', text: [{ text }] });

/** The text of a document ends with `./.`, wherever it ends. */
function endWithSign({ t }: Writing, body: DocumentBlock[]): DocumentBlock[] {
  const sign = t('document.end');
  const last = body.at(-1);
  if (last?.kind !== 'text' && last?.kind !== 'item') return [...body, toText(sign)];
  const spans = last.text.map((span, at) =>
    at === last.text.length - 1 ? { ...span, text: span.text.replace(/\.$/, '') + sign } : span,
  );
  return [...body.slice(0, -1), { ...last, text: spans }];
}
