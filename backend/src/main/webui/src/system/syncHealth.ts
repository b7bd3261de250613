import type { Integration } from '../api/types';

/** How syncing an integration stands, in one word. */
export type SyncState = 'pending' | 'syncing' | 'complete' | 'error' | 'disabled';

export const SYNC_STATES: SyncState[] = ['error', 'syncing', 'pending', 'complete', 'disabled'];

export function syncState({ enabled, syncing, stale, status }: Integration): SyncState {
  if (!enabled || status === 'disabled') return 'disabled';
  if (syncing) return 'syncing';
  if (status === 'pending') return 'pending';
  return status === 'ok' && !stale ? 'complete' : 'error';
}

/** Why it is not complete; others wrote some of it. */
export function whyNot({ status, stale, lastError, repositories }: Integration): string {
  if (lastError !== null) return lastError;
  if (stale) return 'No word from its connector for three intervals: it is down, or cannot reach the backend.';
  const failing = repositories.filter((it) => it.lastError !== null);
  return status === 'degraded' ? `${failing.length} of ${repositories.length} cannot be read` : '';
}

export function countStates(integrations: readonly Integration[]): [SyncState, number][] {
  return SYNC_STATES.map((state) => [state, integrations.filter((it) => syncState(it) === state).length]);
}
