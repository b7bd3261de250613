import { describe, expect, it } from 'vitest';
import { auditFilter, change, NO_FILTER } from '../src/access/audit';
import { endOf, rolesToGive } from '../src/access/keys';

describe('the audit log', () => {
  it('shows each value that differs on a line', () => {
    expect(change({ config: { note: 'one', old: 1 } }, { config: { note: 'two', list: ['a'] } })).toBe(
      'config.note: "one" → "two"\nconfig.old: 1 → –\nconfig.list: ["a"]',
    );
    expect(change(null, { name: 'a' })).toBe('name: "a"');
    expect(change({ name: 'a' }, null)).toBe('name: "a" → –');
    expect(change(null, null)).toBe('');
  });

  it('asks for what is filtered by', () => {
    expect(auditFilter(NO_FILTER)).toEqual({});
    expect(auditFilter({ kind: 'key', actor: ' ann ', from: '2026-01-31' })).toEqual({
      kind: 'key',
      actor: 'ann',
      from: new Date('2026-01-31T00:00:00').toISOString(),
    });
  });
});

describe('a key', () => {
  it('is of no higher role than its maker', () => {
    expect(rolesToGive('admin').map(([role]) => role)).toEqual(['viewer', 'member', 'admin']);
    expect(rolesToGive('owner').map(([role]) => role)).toContain('owner');
  });

  it('ends after so many days, or never', () => {
    expect(endOf('30', Date.UTC(2026, 0, 1))).toBe('2026-01-31T00:00:00.000Z');
    expect(endOf('', 0)).toBeUndefined();
  });
});
