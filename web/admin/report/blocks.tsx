import type { Child } from 'hono/jsx';
import { plainText } from '../../../core/message.js';
import type { Block, TableBlock } from '../../../core/report/block.js';
import { sayCell } from '../../../reports/say-cell.js';
import { Rich } from '../parts/rich.js';

/** Pieces of a report as cards, each with its heading. */
export function Sections({ blocks }: { blocks: readonly Block[] }) {
  const sections: { title: string; blocks: Block[] }[] = [];
  for (const block of blocks)
    if (block.kind === 'heading' && block.level === 1) sections.push({ title: block.text, blocks: [] });
    else if (!isEmpty(block)) (sections.at(-1) ?? start(sections)).blocks.push(block);
  return (
    <>
      {sections
        .filter(({ blocks: own }) => own.length > 0)
        .map(({ title, blocks: own }) => (
          <section class="card">
            {title === '' ? null : <h2>{title}</h2>}
            <Blocks blocks={own} />
          </section>
        ))}
    </>
  );
}

function start(sections: { title: string; blocks: Block[] }[]) {
  const first = { title: '', blocks: [] };
  sections.push(first);
  return first;
}

const isEmpty = (block: Block) => block.kind === 'line' && plainText(block.text) === '';

/** Items that follow each other are one list. */
export function Blocks({ blocks }: { blocks: readonly Block[] }) {
  const out: Child[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at]!;
    if (block.kind === 'heading') out.push(<h3>{block.text}</h3>);
    else if (block.kind === 'line')
      out.push(
        <p>
          <Rich text={block.text} />
        </p>,
      );
    else if (block.kind === 'table') out.push(<FigureTable table={block} />);
    else {
      const end = blocks.findIndex(({ kind }, next) => next > at && kind !== 'item');
      const items = blocks.slice(at, end === -1 ? undefined : end);
      out.push(
        <ul class="bullets">
          {items.map((one) =>
            one.kind === 'item' ? (
              <li>
                <Rich text={one.text} />
              </li>
            ) : null,
          )}
        </ul>,
      );
      at += items.length - 1;
    }
  }
  return <>{out}</>;
}

/** A table of figures: it scrolls sideways in its own frame where it is too wide. */
export function FigureTable({ table: { head, rows } }: { table: TableBlock }) {
  return (
    <div class="scroll" tabindex={0}>
      <table class="figures">
        <thead>
          <tr>
            {head.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells: [first = '', ...rest] }) => (
            <tr>
              <th scope="row">{sayCell(first)}</th>
              {rest.map((cell) => (
                <td>{sayCell(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
