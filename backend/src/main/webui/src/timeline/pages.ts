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
  const known = new Set<string>();
  const kept = pages.pages.map((page) => ({
    ...page,
    events: page.events.filter((event) => {
      const update = news.get(event.id);
      if (update === undefined) return true;
      known.add(event.id);
      return update.timestamp === event.timestamp;
    }).map((event) => news.get(event.id) ?? event),
  }));
  const moved = [...news.values()].filter((event) => !kept.some((page) => page.events.some((it) => it.id === event.id)));
  for (const event of moved) place(kept, event);
  const added = [...news.keys()].filter((id) => !known.has(id)).length;
  return { ...pages, pages: kept.map((page) => ({ ...page, total: page.total + added })) };
}

function place(pages: TimelinePage[], event: EventView): void {
  for (const page of pages) {
    const index = page.events.findIndex((it) => isBefore(event, it));
    if (index >= 0) {
      page.events.splice(index, 0, event);
      return;
    }
  }
  const last = pages.at(-1);
  if (last !== undefined && last.nextCursor === null) last.events.push(event);
}
