import { expect, test } from 'vitest';
import { Names, queryOf, USUAL } from '../src/repositories/filters';

const NOW = Date.parse('2026-11-29T12:00:00Z');

test('asks for what was chosen only', () => {
  expect(queryOf(USUAL, NOW)).toEqual({ archived: 'false' });
  expect(queryOf({ search: ' web ', active: '30', archived: '', fork: 'true' }, NOW)).toEqual({
    q: 'web',
    activeSince: '2026-10-30T12:00:00.000Z',
    fork: 'true',
  });
});

test('takes names for the same whatever their case', () => {
  const names = new Names(['acme/api', 'acme/Web']);

  expect(names.with(['ACME/API', 'acme/jobs']).all).toEqual(['acme/api', 'acme/Web', 'acme/jobs']);
  expect(names.without(['ACME/WEB']).all).toEqual(['acme/api']);
  expect(names.equals(new Names(['acme/web', 'acme/API']))).toBe(true);
  expect(names.equals(new Names(['acme/web']))).toBe(false);
});
