import type { SyncStatus } from '../api/types';

type State = SyncStatus['status'];

export const STATES: State[] = ['error', 'syncing', 'pending', 'complete', 'disabled'];

/** Those that there are, the worst first. */
export function countStates(statuses: readonly SyncStatus[]): [State, number][] {
  return STATES.map((state): [State, number] => [state, statuses.filter((it) => it.status === state).length]).filter(
    ([, count]) => count > 0,
  );
}

/** The share of cycles in which something could be read; undefined before the first. */
export function reliability(statuses: readonly SyncStatus[]): string | undefined {
  const all = statuses.reduce((sum, it) => sum + it.cycles, 0);
  const failed = statuses.reduce((sum, it) => sum + it.failedCycles, 0);
  if (all === 0) return undefined;
  // Rounded down: what failed once is never whole.
  return `${(Math.floor(((all - failed) / all) * 10_000) / 100).toFixed(2)} % of ${all} cycles`;
}

/** How many repositories were compared within a day, of those whose connector compares. */
export function verified(statuses: readonly SyncStatus[]): [number, number] {
  const comparing = statuses.filter((it) => it.status !== 'disabled' && it.verification !== null);
  return [
    comparing.reduce((sum, it) => sum + (it.verification?.verified ?? 0), 0),
    comparing.reduce((sum, it) => sum + it.repositories, 0),
  ];
}
