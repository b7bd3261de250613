import type { EventView, RelatedEvent } from '../api/types';
import { keysOf } from './parts';

export interface ChainLink {
  event: RelatedEvent['event'];
  isThis: boolean;
  /** Why it stands in the chain. */
  why: string;
}

/** The event among those related to it, oldest first. */
export function chainOf(event: EventView, related: readonly RelatedEvent[]): ChainLink[] {
  const others = related
    .filter((it) => it.event.id !== event.id)
    .map((it) => ({
      event: it.event,
      isThis: false,
      why: it.reason === 'entity' ? 'the same thing' : `shares ${(it.keys ?? []).map(shortKey).join(', ')}`,
    }));
  return [...others, { event, isThis: true, why: 'this event' }].sort(
    (a, b) =>
      new Date(a.event.timestamp).getTime() - new Date(b.event.timestamp).getTime() ||
      (a.event.id < b.event.id ? -1 : 1),
  );
}

/** What two neighbours share; null where each only shares something with the event itself. */
export function linkBetween(a: ChainLink, b: ChainLink): string | null {
  if (a.event.entity !== null && a.event.entity === b.event.entity) return shortKey(a.event.entity);
  const shared = keysOf(b.event).find((key) => keysOf(a.event).includes(key));
  return shared === undefined ? null : shortKey(shared);
}

/** `commit:acme/api@a1b2c3d4…` → `commit a1b2c3d4`: as short as is still known */
export function shortKey(key: string): string {
  const [, kind = '', rest = ''] = /^([^:]*):(.*)$/s.exec(key) ?? [];
  if (kind === '') return key;
  const name = rest.slice(Math.max(rest.lastIndexOf('@'), rest.lastIndexOf('#')) + 1);
  return `${kind.replaceAll('_', ' ')} ${/^[0-9a-f]{40,}$/.test(name) ? name.slice(0, 8) : name}`;
}
