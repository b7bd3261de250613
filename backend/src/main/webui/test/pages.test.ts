import { describe, expect, it } from 'vitest';
import { merged, type Pages } from '../src/timeline/pages';
import { lines } from '../src/timeline/groups';
import { event } from './events';

const at = (time: string) => `2026-01-31T${time}Z`;
const ids = (pages: Pages) => pages.pages.map((page) => page.events.map((it) => it.id).join(' '));

function pagesOf(...pages: [string, string][][]): Pages {
  return {
    pageParams: pages.map(() => null),
    pages: pages.map((page, index) => ({
      events: page.map(([id, time]) => event({ id, timestamp: at(time) })),
      total: 10,
      totalExact: true,
      nextCursor: index === pages.length - 1 ? 'more' : 'next',
    })),
  };
}

const loaded = () =>
  pagesOf(
    [
      ['e', '14:05:00'],
      ['d', '14:04:00'],
    ],
    [
      ['c', '14:03:00'],
      ['b', '14:02:00'],
    ],
  );

describe('what arrives', () => {
  it('is placed where the order of the backend has it', () => {
    const pages = merged(loaded(), [
      event({ id: 'f', timestamp: at('14:06:00') }),
      event({ id: 'x', timestamp: at('14:02:30') }),
    ]);
    expect(ids(pages)).toEqual(['f e d', 'c x b']);
  });

  it('of the same time is ordered by id, whatever the digits of its fraction', () => {
    const pages = merged(loaded(), [
      event({ id: 'e2', timestamp: at('14:05:00.000') }),
      event({ id: 'a', timestamp: at('14:05:00.000001') }),
    ]);
    expect(ids(pages)[0]).toBe('a e2 e d');
  });

  it('replaces the state of an event that is shown', () => {
    const pages = merged(loaded(), [event({ id: 'c', timestamp: at('14:03:00'), status: 'failure' })]);
    expect(ids(pages)).toEqual(['e d', 'c b']);
    expect(pages.pages[1]?.events[0]?.status).toBe('failure');
  });

  it('moves an event whose time has changed', () => {
    expect(ids(merged(loaded(), [event({ id: 'b', timestamp: at('14:04:30') })]))).toEqual(['e b d', 'c']);
  });

  it('waits for its page when it is older than what is loaded', () => {
    expect(ids(merged(loaded(), [event({ id: 'a', timestamp: at('13:00:00') })]))).toEqual(['e d', 'c b']);
  });

  it('is the first of an empty view', () => {
    const empty = { ...pagesOf([]), pages: [{ events: [], total: 0, totalExact: true, nextCursor: null }] };
    expect(ids(merged(empty, [event({ id: 'a', timestamp: at('13:00:00') })]))).toEqual(['a']);
  });

  it('leaves the pages that it does not touch as they are, so that nothing is drawn again for them', () => {
    const before = loaded();
    const after = merged(before, [event({ id: 'f', timestamp: at('14:06:00') })]);
    expect(after.pages[0]).not.toBe(before.pages[0]);
    expect(after.pages[1]).toBe(before.pages[1]);
  });

  it('leaves the pages that it was given alone', () => {
    const pages = loaded();
    merged(pages, [event({ id: 'f', timestamp: at('14:06:00') })]);
    expect(ids(pages)).toEqual(['e d', 'c b']);
  });
});

describe('groups', () => {
  it('say how long ago, each heading once', () => {
    const events = ['14:04:00', '14:03:00', '13:30:00', '02:00:00'].map((time) =>
      event({ id: time, timestamp: at(time) }),
    );
    events.push(
      event({ id: 'y', timestamp: '2026-01-30T23:00:00Z' }),
      event({ id: 'z', timestamp: '2026-01-20T23:00:00Z' }),
    );
    const titles = lines(events, Date.parse(at('14:05:00')))
      .filter((line) => line.kind === 'group')
      .map((line) => line.title);
    expect(titles).toEqual(['Last 5 minutes', 'Last hour', 'Today', 'Yesterday', 'Tuesday, January 20, 2026']);
  });

  it('have one of their own for what is yet to happen by the clock of whoever sent it', () => {
    const now = Date.parse(at('14:05:00'));
    const events = ['2026-02-01T10:00:00Z', at('14:06:30'), at('14:05:20'), at('14:04:00')].map((timestamp) =>
      event({ id: timestamp, timestamp }),
    );
    const shown = lines(events, now).map((line) => (line.kind === 'group' ? line.title : line.isAhead));
    expect(shown).toEqual(['Ahead of now', true, true, 'Last 5 minutes', false, false]);
  });

  it('let what happens now stand below what is ahead', () => {
    const now = Date.parse(at('14:05:00'));
    const ahead = event({ id: 'z', timestamp: '2026-02-01T10:00:00Z' });
    const live = merged(
      { ...pagesOf([]), pages: [{ events: [ahead], total: 1, totalExact: true, nextCursor: null }] },
      [event({ id: 'a', timestamp: at('14:04:59') })],
    );
    const shown = lines(live.pages[0]?.events ?? [], now).map((line) =>
      line.kind === 'group' ? line.title : line.event.id,
    );
    expect(shown).toEqual(['Ahead of now', 'z', 'Last 5 minutes', 'a']);
  });
});
