import type { DeliveryExcluded, DeliveryFigures, DeliveryMetrics } from '../api/types';
import { duration } from '../common/time';

export interface Figure {
  id: keyof DeliveryFigures;
  heading: string;
  /** How it is measured, in a sentence. */
  about: string;
  /** Null where nothing was measured. */
  value: (of: DeliveryFigures) => number | null;
  /** What stands beside it. */
  more: (of: DeliveryFigures) => string;
  words: (value: number) => string;
  /** The same beside an axis. */
  tick: (value: number) => string;
}

const HOUR = 3_600;
const DAY = 24 * HOUR;

/** `45 s`, `1 h 4 min`, `3.2 days`: exact only as far as it matters. */
export function span(seconds: number): string {
  if (seconds >= 2 * DAY) return `${(seconds / DAY).toFixed(1)} days`;
  return duration(seconds >= HOUR ? Math.round(seconds / 60) * 60 : seconds) ?? '–';
}

/** In one unit, for an axis. */
export function coarse(seconds: number): string {
  const [size, unit] =
    seconds >= 2 * DAY ? [DAY, 'd'] : seconds >= 2 * HOUR ? [HOUR, 'h'] : seconds >= 120 ? [60, 'min'] : [1, 's'];
  return `${Number((seconds / size).toFixed(1))} ${unit}`;
}

export const percent = (share: number) => `${(share * 100).toFixed(share > 0 && share < 0.1 ? 1 : 0)} %`;

export const things = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

const times = (id: 'leadTime' | 'recovery' | 'coding' | 'pickup' | 'review' | 'deploy', unit: string) => ({
  id,
  value: (of: DeliveryFigures) => of[id].median,
  more: ({ [id]: { n, p90 } }: DeliveryFigures) =>
    p90 === null ? `of no ${unit}` : `median of ${things(n, unit)}; 9 of 10 within ${span(p90)}`,
  words: span,
  tick: coarse,
});

const rate = (id: 'changeFailRate' | 'rework') => ({
  id,
  value: (of: DeliveryFigures) => of[id].share,
  more: ({ [id]: { n, count, byReason } }: DeliveryFigures) => {
    if (n === 0) return 'of no deployment';
    const reasons = byReason.map((it) => `${it.count} ${REASONS[it.reason] ?? it.reason}`).join(', ');
    return `${count} of ${things(n, 'deployment')}${count === 0 ? '' : `: ${reasons}`}`;
  },
  words: percent,
  tick: percent,
});

const REASONS: Record<string, string> = { rollback: 'by rollback', revert: 'by revert', hotfix: 'by hotfix' };

export const FIVE: Figure[] = [
  {
    heading: 'Lead time',
    about: 'From the author date of each commit until the first deployment with it was done in production.',
    ...times('leadTime', 'commit'),
  },
  {
    id: 'deployments',
    heading: 'Deployments',
    about: 'Done in production; the parts of one run count as one.',
    value: (of) => of.deployments.n,
    more: () => 'done in production',
    words: String,
    tick: String,
  },
  {
    heading: 'Change fail rate',
    about: 'Deployments that were rolled back, reverted or hotfixed within 24 hours. This is inferred, not confirmed.',
    ...rate('changeFailRate'),
  },
  {
    heading: 'Recovery time',
    about: 'From a failed deployment until the one that undid or repaired it was done.',
    ...times('recovery', 'failure'),
  },
  {
    heading: 'Rework rate',
    about: 'Deployments that roll back, revert or hotfix others.',
    ...rate('rework'),
  },
];

export const STEPS: Figure[] = [
  {
    heading: 'Coding',
    about: 'From the first commit until it was ready for review.',
    ...times('coding', 'shipped change'),
  },
  {
    heading: 'Pickup',
    about: 'Until the first review by another human.',
    ...times('pickup', 'shipped change'),
  },
  {
    heading: 'Review',
    about: 'From the first review until it was taken over.',
    ...times('review', 'shipped change'),
  },
  {
    heading: 'Deploy',
    about: 'Until the first deployment with it was done in production.',
    ...times('deploy', 'shipped change'),
  },
];

export interface Bar {
  start: string;
  value: number | null;
  words: string;
}

export function barsOf(delivery: DeliveryMetrics, figure: Figure): Bar[] {
  return delivery.weeks.map(({ start, figures }) => {
    const value = figure.value(figures);
    return {
      start,
      value,
      words: value === null ? 'nothing measured' : `${figure.words(value)}, ${figure.more(figures)}`,
    };
  });
}

/** `2 × the first deployment that is known of its place`, most first */
export const leftOut = (excluded: readonly DeliveryExcluded[]) =>
  [...excluded].sort((a, b) => b.count - a.count).map((it) => `${it.count.toLocaleString('en')} × ${it.sentence}`);
