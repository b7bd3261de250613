import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { Drawer, DrawerContent, DrawerContentBody, DrawerPanelContent } from '@patternfly/react-core';
import { Loading } from '../common/states';
import { useShortcuts } from '../common/shortcuts';
import { EventList } from './EventList';
import { FilterBar } from './FilterBar';
import { Histogram } from './Histogram';
import { TimelineSummary } from './TimelineSummary';
import { useFilters, useOpenEvent } from './useFilters';
import { useTimeline } from './useTimeline';

const EventDrawer = lazy(() => import('../event/EventDrawer'));

export function TimelinePage() {
  const [filters, setFilters] = useFilters();
  const [open, setOpen] = useOpenEvent();
  const [scrolled, setScrolled] = useState(false);
  const scroller = useRef<HTMLDivElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const timeline = useTimeline(filters, scrolled || open !== null);

  const close = useCallback(() => {
    const row = open === null ? null : document.getElementById(`event-${open}`);
    setOpen(null);
    row?.focus();
  }, [open, setOpen]);
  useShortcuts({
    '/': () => search.current?.focus(),
    ...(open === null ? {} : { Escape: close }),
  });

  const showNew = () => {
    timeline.showWaiting();
    scroller.current?.scrollTo({ top: 0 });
  };

  const panel = (
    <DrawerPanelContent
      isResizable
      minSize="360px"
      defaultSize="min(44rem, 48%)"
      className="pc-panel"
      aria-label="Event"
    >
      {open !== null && (
        <Suspense fallback={<Loading what="the event" />}>
          <EventDrawer id={open} onFilters={setFilters} onOpen={setOpen} onClose={close} />
        </Suspense>
      )}
    </DrawerPanelContent>
  );

  return (
    <Drawer isExpanded={open !== null} isInline className="pc-drawer">
      <DrawerContent panelContent={panel}>
        <DrawerContentBody className="pc-drawer-body">
          <div
            className="pc-scroller"
            ref={scroller}
            onScroll={(event) => setScrolled(event.currentTarget.scrollTop > 240)}
          >
            <h1 className="pc-hidden">Timeline</h1>
            <FilterBar filters={filters} onFilters={setFilters} searchInput={search} query={timeline.query} />
            <Histogram filters={filters} onFilters={setFilters} />
            <TimelineSummary filters={filters} timeline={timeline} onShowNew={showNew} />
            <EventList
              timeline={timeline}
              filters={filters}
              onFilters={setFilters}
              scroller={scroller}
              open={open}
              onOpen={setOpen}
            />
          </div>
        </DrawerContentBody>
      </DrawerContent>
    </Drawer>
  );
}
