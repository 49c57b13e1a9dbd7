import type { RichText, Span } from '../../../core/message.js';

/** A message's text as HTML: what it says is data, and only links that begin like one are links. */
export function Rich({ text }: { text: RichText }) {
  return (
    <>
      {text.map((span) => (
        <Piece span={span} />
      ))}
    </>
  );
}

const isSafe = (link: string) => /^(?:https?:\/\/|\/(?!\/))/.test(link);

function Piece({ span: { text, style, link } }: { span: Span }) {
  const words = style === 'bold' ? <strong>{text}</strong> : style === 'italic' ? <em>{text}</em> : text;
  if (link !== undefined && isSafe(link)) return <a href={link}>{words}</a>;
  return style === 'code' ? <code>{text}</code> : <>{words}</>;
}
