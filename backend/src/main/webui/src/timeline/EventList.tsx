import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { measureElement, useVirtualizer } from '@tanstack/react-virtual';
import { Skeleton, Spinner } from '@patternfly/react-core';
import { useConnectors } from '../app/queries';
import { Failed } from '../common/states';
import { useShortcuts } from '../common/shortcuts';
import { useNow } from '../common/useNow';
import { usePeople } from '../people/usePeople';
import { EventRow } from './EventRow';
import type { ChangeFilters, Filters } from './filters';
import { lines } from './groups';
import { NoEvents } from './NoEvents';
import type { useTimeline } from './useTimeline';
import { Guard } from '../common/Guard';
import { visible } from '../common/foreign';

interface EventListProps {
  timeline: ReturnType<typeof useTimeline>;
  filters: Filters;
  onFilters: ChangeFilters;
  scroller: RefObject<HTMLDivElement | null>;
  open: string | null;
  onOpen: (id: string) => void;
}

const AHEAD = 60;

/** As many rows as are seen, of as many events as there are; more are fetched when the end comes near. */
export function EventList({ timeline, filters, onFilters, scroller, open, onOpen }: EventListProps) {
  const { list, events, total, totalExact } = timeline;
  const { connectors } = useConnectors();
  const now = useNow();
  const rows = useMemo(() => lines(events, now), [events, now]);
  const container = useRef<HTMLUListElement>(null);
  const margin = useOffset(container);
  const [current, setCurrent] = useState<string | null>(null);

  const heights = useRef({ group: 37, event: 45 });
  // Places are computed anew for all rows when this is another function.
  const getItemKey = useCallback(
    (index: number) => {
      const row = rows[index];
      return row === undefined ? index : row.kind === 'group' ? `group ${row.title}` : row.event.id;
    },
    [rows],
  );

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    getItemKey,
    estimateSize: (index) => heights.current[rows[index]?.kind ?? 'event'],
    // All rows of a kind are alike, so that one that was measured tells where the thousands below it are.
    measureElement: (element, entry, instance) => {
      const height = measureElement(element, entry, instance);
      const kind = rows[instance.indexFromElement(element)]?.kind;
      if (kind !== undefined) heights.current[kind] = height;
      return height;
    },
    overscan: 12,
    scrollMargin: margin,
    scrollPaddingStart: 110,
  });
  const items = virtualizer.getVirtualItems();
  const lastShown = items.at(-1)?.index ?? 0;
  const people = usePeople(
    items.flatMap(({ index }) => {
      const row = rows[index];
      return row?.kind === 'event' && row.event.author !== null ? [row.event.id] : [];
    }),
  );

  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && lastShown >= rows.length - AHEAD) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, lastShown, rows.length]);

  const go = (step: 1 | -1) => {
    const from = events.findIndex((event) => event.id === (current ?? open));
    const target = events[from < 0 ? (step > 0 ? 0 : -1) : from + step];
    if (target === undefined) return;
    setCurrent(target.id);
    if (open !== null) onOpen(target.id);
    virtualizer.scrollToIndex(
      rows.findIndex((row) => row.kind === 'event' && row.event.id === target.id),
      { align: 'auto' },
    );
    focusSoon(`event-${target.id}`);
  };
  useShortcuts({
    j: () => go(1),
    k: () => go(-1),
    Enter: () => current !== null && onOpen(current),
  });

  if (list.isPending) return <Rows />;
  if (list.isError && events.length === 0)
    return <Failed what="The timeline" error={list.error} retry={() => void list.refetch()} />;
  if (events.length === 0) return <NoEvents filters={filters} onFilters={onFilters} />;

  return (
    <>
      <ul
        ref={container}
        className="pc-events"
        aria-label="Events, newest first"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const place = { transform: `translateY(${item.start - margin}px)` };
          if (row.kind === 'group') {
            return (
              <li
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                className="pc-group"
                style={place}
              >
                <h2>{visible(row.title)}</h2>
              </li>
            );
          }
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className="pc-item"
              style={place}
              aria-setsize={totalExact ? total : -1}
              aria-posinset={row.position + 1}
            >
              <Guard>
                <EventRow
                  event={row.event}
                  connectors={connectors}
                  isOpen={row.event.id === open}
                  isCurrent={row.event.id === current}
                  isAhead={row.isAhead}
                  person={people.get(row.event.id)}
                  onOpen={onOpen}
                />
              </Guard>
            </li>
          );
        })}
      </ul>
      {isFetchingNextPage && (
        <div className="pc-more">
          <Spinner size="md" aria-label="Loading older events" />
        </div>
      )}
      {!hasNextPage && <p className="pc-end pc-quiet">No older events in this view.</p>}
    </>
  );
}

/** Where the list begins inside what scrolls; changes when what stands above it wraps. */
function useOffset(container: RefObject<HTMLElement | null>): number {
  const [offset, setOffset] = useState(0);
  useLayoutEffect(() => {
    const element = container.current;
    const above = element?.parentElement;
    if (element == null || above == null) return;
    const measure = () => setOffset(element.offsetTop);
    measure();
    const observer = new ResizeObserver(measure);
    Array.from(above.children)
      .filter((it) => it !== element)
      .forEach((it) => observer.observe(it));
    return () => observer.disconnect();
  });
  return offset;
}

/** The row may have to be drawn first. */
function focusSoon(id: string, tries = 10) {
  requestAnimationFrame(() => {
    const element = document.getElementById(id);
    if (element !== null) element.focus({ preventScroll: true });
    else if (tries > 0) focusSoon(id, tries - 1);
  });
}

function Rows() {
  return (
    <div className="pc-skeleton" role="status" aria-label="Loading events">
      {Array.from({ length: 12 }, (_, index) => (
        <Skeleton key={index} height="2rem" screenreaderText="" />
      ))}
    </div>
  );
}
