import type { Bin } from '../api/types';
import { appearance } from '../common/status';
import type { Series } from './filters';

/** The keys of all bins, the most frequent first, `other` last. */
export function keysOf(bins: readonly Bin[]): string[] {
  const totals = new Map<string, number>();
  for (const bin of bins) {
    for (const [key, count] of Object.entries(bin.counts)) totals.set(key, (totals.get(key) ?? 0) + count);
  }
  return [...totals.entries()]
    .filter(([, count]) => count > 0)
    .sort(([a, x], [b, y]) => Number(a === 'other') - Number(b === 'other') || y - x || a.localeCompare(b))
    .map(([key]) => key);
}

export interface Part {
  key: string;
  from: number;
  to: number;
  place: number;
}

/** One bin's parts from the bottom up. */
export function stacked(bin: Bin, keys: readonly string[]): Part[] {
  let height = 0;
  return keys.flatMap((key, place) => {
    const count = bin.counts[key] ?? 0;
    if (count === 0) return [];
    const from = height;
    height += count;
    return [{ key, from, to: height, place }];
  });
}

const COLORS = 12;

/** The class that colours a series: a status by what it means, everything else by its place. */
export function seriesClass(by: Series, key: string, place: number): string {
  if (key === 'other') return 'pc-series-other';
  if (by === 'status' && appearance(key).tone !== 'neutral') return `pc-series-${appearance(key).tone}`;
  if (by === 'status') return 'pc-series-other';
  return `pc-series-${place % COLORS}`;
}

/** The bin at a distance from the left edge. */
export function binAt(distance: number, width: number, count: number): number {
  return Math.min(Math.max(0, count - 1), Math.max(0, Math.floor((distance / width) * count)));
}

export function spanOf(a: number, b: number): [number, number] {
  return a <= b ? [a, b] : [b, a];
}
