import { describe, expect, it } from 'vitest';
import { auditFilter, change, NO_FILTER } from '../src/access/audit';
import { endOf, rolesToGive } from '../src/access/keys';
import { browserName, invitationLink, manages } from '../src/access/people';
import { outcome, rememberPlace, takePlace, withoutOutcome } from '../src/access/returning';

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

describe('signing in', () => {
  it('says what came of it', () => {
    expect(outcome('?signin=failed')).toMatch(/did not sign you in/);
    expect(outcome('?signin=unreachable&tenant=a')).toMatch(/cannot be reached/);
    expect(outcome('?tenant=a')).toBeUndefined();
    expect(withoutOutcome('/?signin=failed')).toBe('/');
    expect(withoutOutcome('/?tenant=a&signin=failed#x')).toBe('/?tenant=a#x');
    expect(withoutOutcome('/teams?signin=failed&tenant=a')).toBe('/teams?tenant=a');
  });

  it('goes on where one wanted to go, once, and never elsewhere', () => {
    window.history.replaceState(null, '', '/invitation#token');
    rememberPlace();
    expect(takePlace()).toBe('/invitation#token');
    expect(takePlace()).toBeUndefined();
    for (const place of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)']) {
      window.sessionStorage.setItem('painchain.return', place);
      expect(takePlace()).toBeUndefined();
    }
  });
});

describe('people', () => {
  it('are managed by who may', () => {
    expect(manages('admin', 'owner')).toBe(false);
    expect(manages('owner', 'owner')).toBe(true);
    expect(manages('admin', 'viewer')).toBe(true);
  });

  it('are invited by a link whose secret no server is sent', () => {
    expect(invitationLink('https://pain.example', 'abc')).toBe('https://pain.example/invitation#abc');
  });

  it('know their browsers by name', () => {
    expect(browserName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36')).toBe(
      'Chrome on Linux',
    );
    expect(browserName('curl/8')).toBe('curl/8');
    expect(browserName(null)).toBe('unknown');
  });
});
