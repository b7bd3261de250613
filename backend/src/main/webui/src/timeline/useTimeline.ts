import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import type { EventView, TimelinePage } from '../api/types';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { apiQuery, windowAt, type Filters } from './filters';
import { merged, type Pages } from './pages';
import { useLive } from './useLive';

const PAGE_SIZE = '100';
const HISTOGRAM_PAUSE_MS = 3_000;

/**
 * The events of a filter, page by page, with what arrives. While `reading`, new events wait and are counted; new states of events
 * that are shown are taken over at once.
 */
export function useTimeline(filters: Filters, reading: boolean) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const query = useMemo(() => apiQuery(filters, windowAt(filters, Date.now())), [filters]);
  const listKey = key('timeline', query);
  const [waiting, setWaiting] = useState<EventView[]>([]);

  const list = useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) =>
      client.get<TimelinePage>('/api/timeline', { ...query, limit: PAGE_SIZE, cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What is new comes by the stream; reading all pages again would cost more than it shows.
    staleTime: Infinity,
    gcTime: 60_000,
  });

  const keyText = JSON.stringify(listKey);
  const take = useCallback(
    (events: EventView[]) => queries.setQueryData<Pages>(JSON.parse(keyText) as unknown[], (pages) => pages && merged(pages, events)),
    [queries, keyText],
  );

  const histogram = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tenant = client.tenant ?? null;
  const onEvents = useCallback(
    (arrived: EventView[]) => {
      histogram.current ??= setTimeout(() => {
        histogram.current = undefined;
        void queries.invalidateQueries({ queryKey: [tenant, 'histogram'] });
        void queries.invalidateQueries({ queryKey: [tenant, 'facets'] });
      }, HISTOGRAM_PAUSE_MS);
      if (!reading) {
        take(arrived);
        return;
      }
      const shown = new Set(queries.getQueryData<Pages>(JSON.parse(keyText) as unknown[])?.pages.flatMap((page) => page.events.map((it) => it.id)));
      take(arrived.filter((event) => shown.has(event.id)));
      setWaiting((before) => {
        const byId = new Map([...before, ...arrived.filter((event) => !shown.has(event.id))].map((event) => [event.id, event]));
        return [...byId.values()];
      });
    },
    [queries, take, keyText, reading, tenant],
  );
  const live = useLive(client, query, list.data !== undefined, onEvents);

  const showWaiting = useCallback(() => {
    take(waiting);
    setWaiting([]);
  }, [take, waiting]);

  // Another filter has other news; and what waited is shown as soon as nobody reads.
  useEffect(() => setWaiting([]), [keyText]);
  useEffect(() => {
    if (!reading && waiting.length > 0) showWaiting();
  }, [reading, waiting, showWaiting]);
  useEffect(() => () => clearTimeout(histogram.current), []);

  const events = useMemo(() => list.data?.pages.flatMap((page) => page.events) ?? [], [list.data]);
  const first = list.data?.pages[0];
  return { list, events, total: first?.total ?? 0, totalExact: first?.totalExact ?? true, live, waiting: waiting.length, showWaiting, query };
}
