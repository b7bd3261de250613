import type { InfiniteData } from '@tanstack/react-query';
import type { EventView, TimelinePage } from '../api/types';

export type Pages = InfiniteData<TimelinePage, string | null>;

/** Newest first by (timestamp, id), as the backend orders. */
export function isBefore(a: EventView, b: EventView): boolean {
  const byTime = compareInstants(a.timestamp, b.timestamp);
  return byTime !== 0 ? byTime > 0 : a.id > b.id;
}

/** ISO instants in UTC: the fraction may be absent. */
function compareInstants(a: string, b: string): number {
  const x = sortable(a);
  const y = sortable(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

function sortable(instant: string): string {
  const body = instant.replace(/Z$/, '');
  const [seconds = '', fraction = ''] = body.split('.');
  return `${seconds}.${fraction.padEnd(9, '0')}`;
}

/**
 * The pages with what has arrived since: a known event takes its new state in its place, a new one goes to where the order has it.
 * One that is older than everything loaded so far waits for its page.
 */
export function merged(pages: Pages, arrived: readonly EventView[]): Pages {
  const news = new Map(arrived.map((event) => [event.id, event]));
  const inPlace = new Set<string>();
  const kept = pages.pages.map((page) => {
    if (!page.events.some((event) => news.has(event.id))) return page;
    const staying = page.events.filter((event) => (news.get(event.id) ?? event).timestamp === event.timestamp);
    staying.filter((event) => news.has(event.id)).forEach((event) => inPlace.add(event.id));
    return { ...page, events: staying.map((event) => news.get(event.id) ?? event) };
  });
  for (const event of news.values()) if (!inPlace.has(event.id)) place(kept, event);
  return { ...pages, pages: kept };
}

function place(pages: TimelinePage[], event: EventView): void {
  const number = pages.findIndex((page) => isBefore(event, page.events.at(-1) ?? event));
  const page = pages[number] ?? pages.at(-1);
  if (page === undefined || (number < 0 && page.nextCursor !== null)) return;
  const index = number < 0 ? page.events.length : page.events.findIndex((it) => isBefore(event, it));
  pages[pages.indexOf(page)] = {
    ...page,
    events: [...page.events.slice(0, index), event, ...page.events.slice(index)],
  };
}
