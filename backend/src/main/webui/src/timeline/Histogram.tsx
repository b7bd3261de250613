import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleLinear, scaleTime } from '@visx/scale';
import { Skeleton, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { answer } from '../api/client';
import type { Bin, Histogram as HistogramData } from '../api/types';
import { anyTypeName, connectorName, useConnectors, useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { sentence } from '../api/problem';
import { statusWords } from '../common/status';
import { dayAndMonth, hourAndMinute, inFull, inUtc } from '../common/time';
import { useWidth } from '../common/useWidth';
import { apiQuery, between, SERIES, windowAt, type ChangeFilters, type Filters, type Series } from './filters';
import { binAt, keysOf, seriesClass, spanOf, stacked } from './bins';
import { visible } from '../common/foreign';

const HEIGHT = 132;
const MARGIN = { top: 8, right: 12, bottom: 24, left: 40 };
const DAY = 86_400;
const ALL_DAYS = 400;

const SERIES_NAMES: Record<Series, string> = {
  type: 'Type',
  connector: 'Connector',
  status: 'Status',
  project: 'Project',
};

interface HistogramProps {
  filters: Filters;
  onFilters: ChangeFilters;
}

/** No value of events: what is left of many keys, and events that have none. */
const isSummary = (key: string) => key === 'other' || key === 'none';

export function Histogram({ filters, onFilters }: HistogramProps) {
  const { connectors } = useConnectors();
  const { data, error } = useHistogram(filters);
  const keys = useMemo(() => keysOf(data?.bins ?? []), [data]);

  const label = (key: string) => {
    if (key === 'other') return 'Other';
    if (key === 'none') return 'None';
    if (filters.by === 'connector') return connectorName(connectors, key);
    if (filters.by === 'type') return anyTypeName(connectors, key);
    return visible(filters.by === 'status' ? statusWords(key) : key);
  };
  const narrow = (key: string) =>
    !isSummary(key) && onFilters((now) => ({ ...now, [filters.by]: now[filters.by].includes(key) ? [] : [key] }));

  return (
    <section className="pc-histogram" aria-label="Changes over time">
      <div className="pc-histogram-head">
        <ul className="pc-legend" aria-label={`Narrow by ${SERIES_NAMES[filters.by].toLowerCase()}`}>
          {keys.map((key, index) => (
            <li key={key}>
              <button
                type="button"
                disabled={isSummary(key)}
                aria-pressed={filters[filters.by].includes(key)}
                onClick={() => narrow(key)}
              >
                <svg width="10" height="10" aria-hidden="true" className={seriesClass(filters.by, key, index)}>
                  <rect width="10" height="10" rx="2" />
                </svg>{' '}
                {label(key)}
              </button>
            </li>
          ))}
        </ul>
        <ToggleGroup isCompact aria-label="Stack by">
          {SERIES.map((by) => (
            <ToggleGroupItem
              key={by}
              text={SERIES_NAMES[by]}
              buttonId={`by-${by}`}
              isSelected={filters.by === by}
              onChange={() => onFilters((now) => ({ ...now, by }))}
            />
          ))}
        </ToggleGroup>
      </div>
      {data === undefined && error !== null && (
        <p className="pc-quiet">The histogram could not be loaded: {sentence(error)}</p>
      )}
      {data === undefined && error === null && (
        <Skeleton height={`${HEIGHT}px`} screenreaderText="Loading the histogram" />
      )}
      {data !== undefined && (
        <Chart
          data={data}
          keys={keys}
          by={filters.by}
          label={label}
          onSpan={(from, to) => onFilters((now) => between(now, from, to))}
        />
      )}
    </section>
  );
}

function useHistogram(filters: Filters) {
  const client = useClient();
  const key = useKey();
  const isAll = filters.range === 'all';
  const retention = useRead('/api/retention', { enabled: isAll });
  const oldest = isAll ? (retention.data?.oldestEvent ?? null) : null;
  return useQuery({
    queryKey: key('histogram', filters, oldest),
    enabled: !isAll || retention.isFetched,
    queryFn: ({ signal }) => {
      const now = Date.now();
      const window = windowAt(filters, now);
      const whole = {
        from: window.from ?? beginning(oldest, new Date(window.to ?? now).getTime()),
        to: window.to ?? new Date(now).toISOString(),
      };
      const query = { ...apiQuery(filters, whole), by: filters.by };
      return answer(client.GET('/api/events/histogram', { params: { query }, signal }));
    },
    placeholderData: keepPreviousData,
  });
}

/** As far back as there are events, and as there are bars for days. */
function beginning(oldest: string | null, end: number): string {
  const longest = end - (ALL_DAYS - 1) * DAY * 1000;
  return new Date(oldest === null ? longest : Math.max(longest, new Date(oldest).getTime())).toISOString();
}

interface ChartProps {
  data: HistogramData;
  keys: string[];
  by: Series;
  label: (key: string) => string;
  onSpan: (from: number, to: number) => void;
}

/** Bars that a mouse, a finger or the arrow keys choose: one, or a span of them. */
function Chart({ data, keys, by, label, onSpan }: ChartProps) {
  const [holder, width] = useWidth();
  const svg = useRef<SVGSVGElement>(null);
  const [span, setSpan] = useState<[number, number] | null>(null);
  const [dragFrom, setDragFrom] = useState<number | null>(null);
  const [hovered, setHovered] = useState<number | null>(null);
  const { bins, widthSeconds } = data;
  const inner = Math.max(10, width - MARGIN.left - MARGIN.right);
  const bottom = HEIGHT - MARGIN.bottom;

  const start = new Date(bins[0]?.start ?? data.from).getTime();
  const end = start + Math.max(1, bins.length) * widthSeconds * 1000;
  const x = scaleTime({ domain: [start, end], range: [MARGIN.left, MARGIN.left + inner] });
  const y = scaleLinear({
    domain: [0, Math.max(1, ...bins.map((bin) => bin.total))],
    range: [bottom, MARGIN.top],
    nice: 3,
  });
  const barWidth = inner / Math.max(1, bins.length);
  const gap = barWidth > 4 ? 1 : 0;

  const indexAt = (event: PointerEvent) => {
    const left = svg.current?.getBoundingClientRect().left ?? 0;
    return binAt(event.clientX - left - MARGIN.left, inner, bins.length);
  };
  const choose = ([a, b]: [number, number]) => {
    const [from, to] = spanOf(a, b);
    onSpan(start + from * widthSeconds * 1000, start + (to + 1) * widthSeconds * 1000);
    setSpan(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const [anchor, at] = span ?? [bins.length, bins.length];
    const steps: Record<string, number> = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      Home: 0,
      End: bins.length - 1,
    };
    const target = steps[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const next = Math.min(bins.length - 1, Math.max(0, target));
      setSpan([event.shiftKey && span !== null ? anchor : next, next]);
    } else if (event.key === 'Enter' && span !== null) {
      event.preventDefault();
      choose(span);
    } else if (event.key === 'Escape' && span !== null) {
      event.preventDefault();
      setSpan(null);
    }
  };

  const told = bins[span?.[1] ?? hovered ?? -1];
  const shown = span === null ? null : spanOf(...span);
  return (
    <div ref={holder} className="pc-chart">
      <svg
        ref={svg}
        width={width}
        height={HEIGHT}
        role="slider"
        tabIndex={0}
        aria-label="Bars of the histogram: choose one with the arrow keys, a span with Shift, narrow to it with Enter"
        aria-valuemin={0}
        aria-valuemax={Math.max(0, bins.length - 1)}
        aria-valuenow={span?.[1] ?? Math.max(0, bins.length - 1)}
        aria-valuetext={told === undefined ? `${bins.length} bars` : describe(told, widthSeconds, label)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          const index = indexAt(event);
          setDragFrom(index);
          setSpan([index, index]);
        }}
        onPointerMove={(event) => {
          const index = indexAt(event);
          setHovered(index);
          if (dragFrom !== null) setSpan([dragFrom, index]);
        }}
        onPointerUp={(event) => {
          if (dragFrom !== null) choose([dragFrom, indexAt(event)]);
          setDragFrom(null);
        }}
        onPointerCancel={() => {
          setDragFrom(null);
          setSpan(null);
        }}
        onPointerLeave={() => setHovered(null)}
      >
        <AxisLeft
          scale={y}
          left={MARGIN.left}
          numTicks={3}
          hideAxisLine
          hideTicks
          tickFormat={(value) => (Number.isInteger(Number(value)) ? String(value) : '')}
          tickClassName="pc-tick"
        />
        {bins.map((bin, index) => (
          <g key={bin.start} transform={`translate(${MARGIN.left + index * barWidth} 0)`}>
            {stacked(bin, keys).map(({ key, from, to, place }) => (
              <rect
                key={key}
                className={seriesClass(by, key, place)}
                y={y(to)}
                width={Math.max(1, barWidth - gap)}
                height={Math.max(0, y(from) - y(to))}
              />
            ))}
          </g>
        ))}
        {shown !== null && (
          <rect
            className="pc-span"
            x={MARGIN.left + shown[0] * barWidth}
            y={MARGIN.top}
            width={(shown[1] - shown[0] + 1) * barWidth}
            height={bottom - MARGIN.top}
          />
        )}
        <AxisBottom
          scale={x}
          top={bottom}
          numTicks={Math.max(2, Math.floor(inner / 110))}
          tickFormat={(value) =>
            widthSeconds >= DAY || (value as Date).getHours() + (value as Date).getMinutes() === 0
              ? dayAndMonth(Number(value))
              : hourAndMinute(Number(value))
          }
          tickClassName="pc-tick"
          axisLineClassName="pc-axis"
          tickLineProps={{ className: 'pc-axis' }}
        />
      </svg>
      <p className="pc-told pc-quiet" title={told === undefined ? undefined : inUtc(told.start)}>
        {told === undefined ? 'Drag to zoom, click a bar to narrow to it.' : describe(told, widthSeconds, label)}
      </p>
    </div>
  );
}

function describe(bin: Bin, widthSeconds: number, label: (key: string) => string): string {
  const end = new Date(bin.start).getTime() + widthSeconds * 1000;
  const span = widthSeconds >= DAY ? dayAndMonth(bin.start) : `${inFull(bin.start)} – ${hourAndMinute(end)}`;
  const parts = Object.entries(bin.counts)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  const told = parts.map(([key, count]) => `${count} ${label(key)}`).join(', ');
  return `${span}: ${bin.total} ${bin.total === 1 ? 'change' : 'changes'}${told === '' ? '' : ` (${told})`}`;
}
