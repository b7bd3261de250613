import { Fragment, type ReactNode } from 'react';
import { pieces } from './foreign';

/** More of them say no more, and each is an element. */
const MOST_SIGNS = 100;

/** Text that somebody else wrote: it turns nothing round that stands beside it, and hides nothing. */
export function ForeignText({ text }: { text: string }) {
  return <bdi>{signed(text)}</bdi>;
}

/** The same for inside an element that is isolated already. */
export function signed(text: string): ReactNode {
  const all = pieces(text);
  if (all.length === 1 && all[0]?.isSign === false) return text;
  if (all.length > 2 * MOST_SIGNS) return all.map((piece) => piece.text).join('');
  return all.map((piece, index) =>
    piece.isSign ? (
      <span key={index} className="pc-sign" title="Characters that cannot be seen">
        {piece.text}
      </span>
    ) : (
      <Fragment key={index}>{piece.text}</Fragment>
    ),
  );
}
