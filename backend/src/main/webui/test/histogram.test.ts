import { describe, expect, it } from 'vitest';
import type { Bin } from '../src/api/types';
import { binAt, keysOf, seriesClass, spanOf, stacked } from '../src/timeline/bins';

const bins: Bin[] = [
  { start: '2026-01-31T14:00:00Z', total: 5, counts: { push: 2, other: 3 } },
  { start: '2026-01-31T14:01:00Z', total: 4, counts: { push: 1, release: 3, issue: 0 } },
];

describe('bars', () => {
  it('are stacked the most frequent first, the rest last', () => {
    expect(keysOf(bins)).toEqual(['push', 'release', 'other']);
    expect(stacked(bins[1]!, keysOf(bins))).toEqual([
      { key: 'push', from: 0, to: 1, place: 0 },
      { key: 'release', from: 1, to: 4, place: 1 },
    ]);
  });

  it('are found by where one points, even beside them', () => {
    expect([-10, 0, 49, 51, 1000].map((distance) => binAt(distance, 100, 2))).toEqual([0, 0, 0, 1, 1]);
  });

  it('are chosen from either side', () => {
    expect(spanOf(7, 3)).toEqual([3, 7]);
  });

  it('have the colour of what a status means, else that of their place', () => {
    expect(seriesClass('status', 'failure', 0)).toBe('pc-series-danger');
    expect(seriesClass('type', 'failure', 13)).toBe('pc-series-1');
    expect(seriesClass('type', 'other', 3)).toBe('pc-series-other');
  });
});
