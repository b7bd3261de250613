import type { TimelineQuery } from '../api/types';

export const LISTS = [
  'connector',
  'type',
  'project',
  'author',
  'status',
  'tag',
  'integrationId',
  'entity',
  'key',
] as const;
export type ListName = (typeof LISTS)[number];

export const SERIES = ['type', 'connector', 'status', 'project'] as const;
export type Series = (typeof SERIES)[number];

export const RANGES = {
  '1h': 'Hour',
  '6h': '6 hours',
  '24h': 'Day',
  '7d': 'Week',
  '30d': 'Month',
  all: 'All',
} as const;
export type Range = keyof typeof RANGES;

const HOURS: Record<Exclude<Range, 'all'>, number> = { '1h': 1, '6h': 6, '24h': 24, '7d': 168, '30d': 720 };
const DEFAULT_RANGE: Range = '24h';
const MINUTE = 60_000;

export type Lists = Record<ListName, string[]>;

/** What is looked at: everything of it is in the page's address, so that a link is a view. */
export interface Filters extends Lists {
  /** The quick range; null while `from` and `to` say when. */
  range: Range | null;
  from: string | null;
  to: string | null;
  team: string | null;
  q: string;
  by: Series;
}

export interface Window {
  from?: string;
  to?: string;
}

export function readFilters(parameters: URLSearchParams): Filters {
  const from = instant(parameters.get('from'));
  const to = instant(parameters.get('to'));
  const range = parameters.get('range');
  const by = parameters.get('by');
  return {
    ...(Object.fromEntries(LISTS.map((name) => [name, parameters.getAll(name)])) as Lists),
    range: from !== null || to !== null ? null : isRange(range) ? range : DEFAULT_RANGE,
    from,
    to,
    team: parameters.get('team'),
    q: parameters.get('q') ?? '',
    by: (SERIES as readonly string[]).includes(by ?? '') ? (by as Series) : 'type',
  };
}

/** @param change what the filters come to, from what they are at that moment */
export type ChangeFilters = (change: (now: Filters) => Filters) => void;

const OWN = new Set<string>([...LISTS, 'range', 'from', 'to', 'team', 'q', 'by']);

/** The address' parameters with these filters; those of others (tenant, event) stay as they are. */
export function writeFilters(filters: Filters, others: URLSearchParams = new URLSearchParams()): URLSearchParams {
  const parameters = new URLSearchParams();
  others.forEach((value, name) => {
    if (!OWN.has(name)) parameters.append(name, value);
  });
  if (filters.range !== null && filters.range !== DEFAULT_RANGE) parameters.set('range', filters.range);
  if (filters.range === null && filters.from !== null) parameters.set('from', filters.from);
  if (filters.range === null && filters.to !== null) parameters.set('to', filters.to);
  LISTS.forEach((name) => filters[name].forEach((value) => parameters.append(name, value)));
  if (filters.team !== null) parameters.set('team', filters.team);
  if (filters.q !== '') parameters.set('q', filters.q);
  if (filters.by !== 'type') parameters.set('by', filters.by);
  return parameters;
}

/** The window that the filters mean at a moment; open at the end while it goes on. */
export function windowAt(filters: Filters, now: number): Window {
  if (filters.range === 'all') return {};
  if (filters.range !== null) {
    const start = now - HOURS[filters.range] * 60 * MINUTE;
    return { from: new Date(Math.floor(start / MINUTE) * MINUTE).toISOString() };
  }
  return { from: filters.from ?? undefined, to: filters.to ?? undefined };
}

/** The parameters of every read of events. */
export function apiQuery(filters: Filters, window: Window): TimelineQuery {
  return {
    ...Object.fromEntries(LISTS.map((name) => [name, filters[name]])),
    team: filters.team === null ? undefined : [filters.team],
    q: filters.q === '' ? undefined : filters.q,
    ...window,
  };
}

export function isNarrowed(filters: Filters): boolean {
  return filters.q !== '' || filters.team !== null || LISTS.some((name) => filters[name].length > 0);
}

/** Without what narrows; the time stays. */
export function cleared(filters: Filters): Filters {
  return {
    ...filters,
    ...(Object.fromEntries(LISTS.map((name) => [name, []])) as unknown as Lists),
    team: null,
    q: '',
  };
}

export function around(filters: Filters, moment: string, minutes = 30): Filters {
  const time = new Date(moment).getTime();
  return between(filters, time - minutes * MINUTE, time + minutes * MINUTE);
}

export function between(filters: Filters, from: number, to: number): Filters {
  return { ...filters, range: null, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

function isRange(text: string | null): text is Range {
  return text !== null && Object.hasOwn(RANGES, text);
}

function instant(text: string | null): string | null {
  return text !== null && !Number.isNaN(new Date(text).getTime()) ? text : null;
}
