import { expect, test } from 'vitest';
import type { Integration } from '../src/api/types';
import { countStates, syncState, whyNot } from '../src/system/syncHealth';

const integration = (parts: Partial<Integration>) =>
  ({
    enabled: true,
    syncing: false,
    stale: false,
    status: 'ok',
    lastError: null,
    repositories: [],
    ...parts,
  }) as unknown as Integration;

test.each([
  [{ status: 'pending' }, 'pending'],
  [{ syncing: true, status: 'pending' }, 'syncing'],
  [{}, 'complete'],
  [{ stale: true }, 'error'],
  [{ status: 'degraded' }, 'error'],
  [{ status: 'error' }, 'error'],
  [{ enabled: false, status: 'error' }, 'disabled'],
] as [Partial<Integration>, string][])('%j is %s', (parts, state) => {
  expect(syncState(integration(parts))).toBe(state);
});

test('says why it is not complete', () => {
  expect(whyNot(integration({ status: 'error', lastError: 'Bad credentials' }))).toBe('Bad credentials');
  expect(whyNot(integration({ stale: true }))).toContain('No word from its connector');
  expect(countStates([integration({}), integration({ stale: true })])).toContainEqual(['error', 1]);
});
