import { describe, expect, it } from 'vitest';
import {
  apiQuery,
  around,
  between,
  cleared,
  isNarrowed,
  readFilters,
  windowAt,
  writeFilters,
} from '../src/timeline/filters';
import { createQuerySerializer } from 'openapi-fetch';

const NOW = Date.parse('2026-01-31T14:00:30Z');
const read = (text: string) => readFilters(new URLSearchParams(text));

describe('filters', () => {
  it('survive the way through an address', () => {
    const text =
      'from=2026-01-31T13%3A00%3A00.000Z&to=2026-01-31T15%3A00%3A00.000Z&connector=deploy&project=acme%2Fapi&tag=a&tag=b' +
      '&key=commit%3Aacme%2Fapi%40abc&team=t1&q=%22to+production%22+-canary&by=status';
    expect(writeFilters(read(text)).toString()).toBe(text);
  });

  it('show the last day by default, and say nothing of it in the address', () => {
    expect(read('').range).toBe('24h');
    expect(writeFilters(read('')).toString()).toBe('');
  });

  it('keep what is not theirs in the address', () => {
    const others = new URLSearchParams('tenant=acme&event=7&tag=old');
    expect(writeFilters(read('tag=new'), others).toString()).toBe('tenant=acme&event=7&tag=new');
  });

  it('take nonsense in an address for absent', () => {
    expect(read('range=forever&from=yesterday&by=moon')).toEqual(read(''));
  });

  it('are a window that goes on, from a whole minute', () => {
    expect(windowAt(read('range=1h'), NOW)).toEqual({ from: '2026-01-31T13:00:00.000Z' });
    expect(windowAt(read('range=all'), NOW)).toEqual({});
  });

  it('look around a moment, half an hour before and after', () => {
    const filters = around(read('q=x'), '2026-01-31T14:00:00Z');
    expect(windowAt(filters, NOW)).toEqual({ from: '2026-01-31T13:30:00.000Z', to: '2026-01-31T14:30:00.000Z' });
    expect(filters.q).toBe('x');
  });

  it('become the parameters of the API, lists repeated and empty ones left out', () => {
    const filters = between(read('tag=a&tag=b&status=failure'), NOW, NOW + 60_000);
    expect(createQuerySerializer()(apiQuery(filters, windowAt(filters, NOW)))).toBe(
      'status=failure&tag=a&tag=b&from=2026-01-31T14%3A00%3A30.000Z&to=2026-01-31T14%3A01%3A30.000Z',
    );
  });

  it('are cleared without a change of time', () => {
    const filters = read('range=7d&tag=a&team=t&q=x');
    expect(isNarrowed(filters)).toBe(true);
    expect(cleared(filters)).toEqual(read('range=7d'));
  });
});
