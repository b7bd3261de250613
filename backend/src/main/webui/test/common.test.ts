import { describe, expect, it } from 'vitest';
import { webAddress } from '../src/common/links';
import { appearance } from '../src/common/status';
import { duration, fromLocalInput, fromNow, inUtc, toLocalInput } from '../src/common/time';

describe('links', () => {
  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//evil.example',
    'ftp://a.example',
    ' https://a.example',
    null,
    7,
  ])('are none to %s', (text) => {
    expect(webAddress(text)).toBeUndefined();
  });

  it('lead to the web', () => {
    expect(webAddress('https://github.example/a?b=1')).toBe('https://github.example/a?b=1');
  });
});

describe('status', () => {
  it.each([
    ['success', '✓', 'success'],
    ['failure', '✗', 'danger'],
    ['cancelled', '⊗', 'warning'],
    ['skipped', '⊘', 'neutral'],
    ['timed_out', '⏱', 'warning'],
    ['in_progress', '●', 'info'],
    ['completed', '', 'neutral'],
    ['anything', '', 'neutral'],
  ])('%s is shown as %s', (word, symbol, tone) => {
    expect(appearance(word)).toEqual({ symbol, tone });
  });
});

describe('time', () => {
  it('is told in UTC and in distance', () => {
    expect(inUtc('2026-01-31T14:02:11.123456Z')).toBe('2026-01-31 14:02:11 UTC');
    expect(fromNow('2026-01-31T14:02:00Z', Date.parse('2026-01-31T14:05:00Z'))).toBe('3 minutes ago');
    expect(duration(3840)).toBe('1 h 4 min');
    expect(duration(45)).toBe('45 s');
    expect([-1, NaN, Infinity, 1e12].map(duration)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('goes through a local input unharmed', () => {
    expect(fromLocalInput(toLocalInput('2026-01-31T14:02:11.000Z'))).toBe('2026-01-31T14:02:11.000Z');
    expect(fromLocalInput('')).toBeUndefined();
  });
});
