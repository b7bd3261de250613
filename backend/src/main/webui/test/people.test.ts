import { expect, test, vi } from 'vitest';
import type { Client } from '../src/api/client';
import type { Person } from '../src/api/types';
import { groupsOf, leftAt, queryOf } from '../src/people/people';
import { newPersonLoader } from '../src/people/usePeople';

const account = (part: object) => ({
  id: 'a',
  connector: 'git',
  realm: 'git.example',
  externalId: '1',
  login: 'ann',
  name: null,
  bot: false,
  member: true,
  leftAt: null,
  groups: [],
  ...part,
});

const person = (...accounts: object[]) =>
  ({ id: 'p', name: 'Ann', named: false, bot: false, accounts: accounts.map(account), authors: [] }) as Person;

test('asks for what was chosen only', () => {
  expect(queryOf('', 'all', 1)).toEqual({ page: '1', perPage: '50' });
  expect(queryOf(' ann ', 'bots', 2)).toEqual({ page: '2', perPage: '50', q: 'ann', bot: 'true' });
  expect(queryOf('', 'people', 1)).toMatchObject({ bot: 'false' });
  expect(queryOf('', 'left', 1)).toMatchObject({ left: 'true' });
});

test('somebody left who left everywhere, the last time counts', () => {
  const once = { member: false, leftAt: '2026-11-01T00:00:00Z' };
  const again = { member: false, leftAt: '2026-11-20T00:00:00Z' };

  expect(leftAt(person(once, again))).toBe('2026-11-20T00:00:00Z');
  expect(leftAt(person(once, {}))).toBeNull();
  expect(leftAt(person({ member: false }))).toBeNull();
});

test('names each group once', () => {
  expect(groupsOf(person({ groups: ['acme/web', 'acme/api'] }, { groups: ['acme/web'] }))).toEqual([
    'acme/api',
    'acme/web',
  ]);
});

test('asks once for all events of a moment', async () => {
  vi.useFakeTimers();
  const GET = vi.fn(() => Promise.resolve({ data: [{ eventId: '1', name: 'Ann' }] }));
  const load = newPersonLoader({ GET } as unknown as Client);

  const both = Promise.all([load('1'), load('2')]);
  await vi.runAllTimersAsync();

  expect(await both).toEqual([{ eventId: '1', name: 'Ann' }, null]);
  expect(GET).toHaveBeenCalledExactlyOnceWith('/api/people/events', { params: { query: { event: ['1', '2'] } } });
  vi.useRealTimers();
});
