import { isInstant, fromNow, inFull, inUtc, timeOfDay } from './time';
import { useNow } from './useNow';
import { ForeignText } from './ForeignText';

interface TimeProps {
  at: string;
  show?: 'full' | 'clock' | 'relative';
}

/** A moment in the browser's time zone; UTC on hover. */
export function Time({ at, show = 'full' }: TimeProps) {
  const now = useNow();
  if (!isInstant(at)) return <ForeignText text={at} />;
  const text = show === 'clock' ? timeOfDay(at) : show === 'relative' ? fromNow(at, now) : inFull(at);
  const title = show === 'full' ? inUtc(at) : `${inFull(at)} · ${inUtc(at)}`;
  return (
    <time dateTime={at} title={title}>
      {text}
    </time>
  );
}
