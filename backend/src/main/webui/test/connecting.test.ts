import { describe, expect, it } from 'vitest';
import type { ConnectFlow } from '../src/api/types';
import { left, reason, wayOn } from '../src/connect/connecting';

const flow = (part: Partial<ConnectFlow>) => ({ leaves: true, url: null, ...part }) as ConnectFlow;

describe('connecting', () => {
  it('leads to the provider, or to the page that sends a form', () => {
    expect(wayOn(flow({ url: 'https://provider.example.com/authorize?state=s' }))).toBe(
      'https://provider.example.com/authorize?state=s',
    );
    expect(wayOn(flow({ url: '/a/~/integrations/x/connect/1/' }))).toBe('/a/~/integrations/x/connect/1/');
  });

  it('leads nowhere else', () => {
    expect(wayOn(flow({ url: 'javascript:alert(1)' }))).toBeUndefined();
    expect(wayOn(flow({ url: '//evil.example.com' }))).toBeUndefined();
    expect(wayOn(flow({ url: null }))).toBeUndefined();
    expect(wayOn(flow({ leaves: false, url: 'https://provider.example.com/device' }))).toBeUndefined();
  });

  it('says why what came back was not taken', () => {
    expect(reason('used')).toContain('once');
    expect(reason('<script>')).toBe('What came back could not be taken.');
    expect(reason(null)).toBe('What came back could not be taken.');
  });

  it('counts down to nothing', () => {
    const until = '2026-01-01T00:15:00Z';
    expect(left(until, Date.parse('2026-01-01T00:00:01Z'))).toBe('14:59');
    expect(left(until, Date.parse('2026-01-01T00:16:00Z'))).toBe('0:00');
  });
});
