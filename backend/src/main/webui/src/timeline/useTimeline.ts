import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer } from '../api/client';
import type { EventView } from '../api/types';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { apiQuery, windowAt, type Filters } from './filters';
import { merged, type Pages } from './pages';
import { useLive } from './useLive';

/** The first page is seen at once; who scrolls on wants to go far. */
const FIRST_PAGE = '100';
const NEXT_PAGE = '500';
const HISTOGRAM_PAUSE_MS = 3_000;

/** What has arrived while somebody reads. */
interface Held {
  of: string;
  events: EventView[];
}

const NONE: EventView[] = [];

/**
 * The events of a filter, page by page, with what arrives. While `reading`, new events wait and are counted; new states of events
 * that are shown are taken over at once.
 */
export function useTimeline(filters: Filters, reading: boolean) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  // eslint-disable-next-line react-hooks/purity -- the window is that of the moment when the filter was chosen
  const query = useMemo(() => apiQuery(filters, windowAt(filters, Date.now())), [filters]);
  const listKey = key('timeline', query);
  const keyText = JSON.stringify(listKey);
  // Of one filter; another has other news.
  const [held, setHeld] = useState<Held>({ of: keyText, events: NONE });
  const waiting = held.of === keyText ? held.events : NONE;

  const list = useInfiniteQuery({
    queryKey: listKey,
    queryFn: ({ pageParam, signal }) =>
      answer(
        client.GET('/api/timeline', {
          params: {
            query: { ...query, limit: pageParam === null ? FIRST_PAGE : NEXT_PAGE, cursor: pageParam ?? undefined },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What is new comes by the stream; reading all pages again would cost more than it shows.
    staleTime: Infinity,
    gcTime: 60_000,
  });

  // How many there are is known with the first page; counted anew once something has arrived.
  const [hasNews, setNews] = useState(false);
  const count = useQuery({
    queryKey: key('count', query),
    queryFn: ({ signal }) =>
      answer(client.GET('/api/timeline', { params: { query: { ...query, limit: '1' } }, signal })),
    enabled: hasNews,
  });

  const take = useCallback(
    (events: EventView[]) =>
      queries.setQueryData<Pages>(JSON.parse(keyText) as unknown[], (pages) => pages && merged(pages, events)),
    [queries, keyText],
  );

  const histogram = useRef<ReturnType<typeof setTimeout>>(undefined);
  const tenant = client.tenant ?? null;
  const onEvents = useCallback(
    (arrived: EventView[]) => {
      // An open event shows its newest state, and asks for its history anew.
      for (const event of arrived) {
        const path = `/api/events/${event.id}`;
        queries.setQueryData<EventView>([tenant, path, {}], (shown) => shown && event);
        void queries.invalidateQueries({ queryKey: [tenant, `${path}/revisions`] });
      }
      histogram.current ??= setTimeout(() => {
        histogram.current = undefined;
        void queries.invalidateQueries({ queryKey: [tenant, 'histogram'] });
        void queries.invalidateQueries({ queryKey: [tenant, 'facets'] });
        void queries.invalidateQueries({ queryKey: [tenant, 'count'] });
        setNews(true);
      }, HISTOGRAM_PAUSE_MS);
      if (!reading) {
        take(arrived);
        return;
      }
      const shown = new Set(
        queries
          .getQueryData<Pages>(JSON.parse(keyText) as unknown[])
          ?.pages.flatMap((page) => page.events.map((it) => it.id)),
      );
      take(arrived.filter((event) => shown.has(event.id)));
      setHeld((before) => {
        const kept = before.of === keyText ? before.events : NONE;
        const news = [...kept, ...arrived.filter((event) => !shown.has(event.id))];
        return { of: keyText, events: [...new Map(news.map((event) => [event.id, event])).values()] };
      });
    },
    [queries, take, keyText, reading, tenant],
  );
  const onGap = useCallback(
    () => void queries.invalidateQueries({ queryKey: JSON.parse(keyText) as unknown[] }),
    [queries, keyText],
  );
  const live = useLive(client, query, list.data !== undefined, onEvents, onGap);

  const showWaiting = useCallback(() => {
    take(waiting);
    setHeld({ of: keyText, events: NONE });
  }, [take, waiting, keyText]);

  // What waited is shown as soon as nobody reads.
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- it goes into the cache, which lies outside React
    if (!reading && waiting.length > 0) showWaiting();
  }, [reading, waiting, showWaiting]);
  useEffect(() => () => clearTimeout(histogram.current), []);

  const events = useMemo(() => list.data?.pages.flatMap((page) => page.events) ?? [], [list.data]);
  const counted = (hasNews ? count.data : undefined) ?? list.data?.pages[0];
  return {
    list,
    events,
    total: counted?.total ?? 0,
    totalExact: counted?.totalExact ?? true,
    live,
    waiting: waiting.length,
    showWaiting,
    query,
  };
}
