import type { EventTypeMetadata, EventView, FieldVisibility } from '../api/types';
import { dataOf } from './parts';

export interface ShownField {
  key: string;
  label: string;
  value: unknown;
  /** Why there is no value; absent where there is one. */
  absence?: string;
}

/** Keys of `data` that say something of the data itself. */
const ABOUT_DATA = new Set(['missing', 'truncated']);

/**
 * The fields of an event by its type's metadata, in its order, as far as they are to be seen; an event without metadata shows
 * what it has.
 */
export function fieldsOf(
  event: EventView,
  metadata: EventTypeMetadata | undefined,
  visibility: FieldVisibility | undefined,
): ShownField[] {
  const own = visibility?.[event.connector]?.[event.type] ?? {};
  const known = Object.entries(metadata?.fields ?? {});
  if (known.length === 0) {
    return Object.entries(dataOf(event))
      .filter(([key]) => !ABOUT_DATA.has(key))
      .map(([key, value]) => shown(key, words(key), value, event));
  }
  return known
    .filter(([key]) => !ABOUT_DATA.has(key))
    .filter(([key, field]) => own[key] ?? field.defaultVisibility ?? true)
    .map(([key, field]) => shown(key, field.fieldLabel, dataOf(event)[key], event));
}

function shown(key: string, label: string, value: unknown, event: EventView): ShownField {
  if (value !== undefined && value !== null && value !== '') return { key, label, value };
  return { key, label, value: undefined, absence: absence(key, value, event) };
}

function absence(key: string, value: unknown, event: EventView): string {
  const missing = dataOf(event).missing;
  if (Array.isArray(missing) && missing.includes(key))
    return 'not told by the source, or not readable with its permissions';
  if (event.endTimestamp === null && /duration|conclusion|result|failed/.test(key)) return 'not known while it goes on';
  return value === null || value === '' ? 'empty at the source' : 'does not apply to this event';
}

export function words(key: string): string {
  const text = key.replace(/([a-z])([A-Z])/g, '$1 $2').replaceAll('_', ' ');
  return text.replace(/^./, (first) => first.toUpperCase());
}
