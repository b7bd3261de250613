import { expect, test } from 'vitest';
import type { SyncStatus } from '../src/api/types';
import { countStates, reliability, verified } from '../src/system/syncStatus';

const status = (parts: Partial<SyncStatus>) =>
  ({ status: 'complete', repositories: 2, cycles: 0, failedCycles: 0, verification: null, ...parts }) as SyncStatus;

test('counts the states that there are, the worst first', () => {
  expect(countStates([status({}), status({ status: 'error' }), status({})])).toEqual([
    ['error', 1],
    ['complete', 2],
  ]);
});

test('never calls whole what failed once', () => {
  expect(reliability([])).toBeUndefined();
  expect(reliability([status({ cycles: 10_000_000, failedCycles: 1 })])).toBe('99.99 % of 10000000 cycles');
  expect(reliability([status({ cycles: 3 }), status({ cycles: 1, failedCycles: 1 })])).toBe('75.00 % of 4 cycles');
  expect(reliability([status({ cycles: 3 })])).toBe('100.00 % of 3 cycles');
});

test('counts what was compared where something is compared', () => {
  const verification = { verified: 1, oldest: null };

  expect(verified([status({ verification }), status({}), status({ verification, status: 'disabled' })])).toEqual([
    1, 2,
  ]);
});
