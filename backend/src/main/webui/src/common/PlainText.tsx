import { signed } from './ForeignText';

/** As it was written. */
export function PlainText({ text }: { text: string }) {
  return (
    <div className="pc-plain-text pc-wrap" dir="auto">
      {signed(text)}
    </div>
  );
}
