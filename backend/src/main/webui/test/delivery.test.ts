import { describe, expect, test } from 'vitest';
import type { DeliveryFigures, DeliveryMetrics } from '../src/api/types';
import { barsOf, coarse, FIVE, leftOut, percent, span, STEPS } from '../src/delivery/figures';

const NOTHING = { n: 0, median: null, p90: null, excluded: [] };
const EMPTY: DeliveryFigures = {
  deployments: { n: 0, excluded: [] },
  leadTime: NOTHING,
  changeFailRate: { n: 0, count: 0, share: null, byReason: [], excluded: [] },
  recovery: NOTHING,
  rework: { n: 0, count: 0, share: null, byReason: [], excluded: [] },
  coding: NOTHING,
  pickup: NOTHING,
  review: NOTHING,
  deploy: NOTHING,
};

const figure = (id: string) => [...FIVE, ...STEPS].find((it) => it.id === id)!;

describe('figures of delivery', () => {
  test.each([
    [45, '45 s'],
    [7_200, '2 h'],
    [7_229, '2 h'],
    [100_000, '27 h 47 min'],
    [3.21 * 86_400, '3.2 days'],
  ])('%d seconds are %s', (seconds, words) => expect(span(seconds)).toBe(words));

  test.each([
    [45, '45 s'],
    [5_000, '83.3 min'],
    [7_200, '2 h'],
    [200_000, '2.3 d'],
  ])('%d seconds are %s beside an axis', (seconds, words) => expect(coarse(seconds)).toBe(words));

  test.each([
    [0, '0 %'],
    [0.034, '3.4 %'],
    [0.5, '50 %'],
  ])('a share of %d is %s', (share, words) => expect(percent(share)).toBe(words));

  test('say of how many they are', () => {
    const of: DeliveryFigures = {
      ...EMPTY,
      leadTime: { n: 12, median: 7_200, p90: 90_000, excluded: [] },
      changeFailRate: { n: 8, count: 2, share: 0.25, byReason: [{ reason: 'rollback', count: 2 }], excluded: [] },
    };
    expect(figure('leadTime').more(of)).toBe('median of 12 commits; 9 of 10 within 25 h');
    expect(figure('changeFailRate').more(of)).toBe('2 of 8 deployments: 2 by rollback');
    expect(figure('rework').more(of)).toBe('of no deployment');
    expect(figure('coding').more(of)).toBe('of no shipped change');
  });

  test('tell a week in which nothing was measured from one with nothing', () => {
    const delivery = { weeks: [{ start: '2026-03-02T00:00:00Z', figures: EMPTY }] } as unknown as DeliveryMetrics;
    expect(barsOf(delivery, figure('leadTime'))).toEqual([
      { start: '2026-03-02T00:00:00Z', value: null, words: 'nothing measured' },
    ]);
    expect(barsOf(delivery, figure('deployments'))[0]?.value).toBe(0);
  });

  test('name what is left out, most first', () => {
    expect(
      leftOut([
        { reason: 'firstKnown', count: 1, sentence: 'the first' },
        { reason: 'noAuthorDate', count: 1200, sentence: 'no date' },
      ]),
    ).toEqual(['1,200 × no date', '1 × the first']);
  });
});
