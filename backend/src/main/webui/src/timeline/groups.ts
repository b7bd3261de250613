import type { EventView } from '../api/types';
import { groupOf, type TimeGroup } from '../common/time';

export type Line =
  { kind: 'group'; title: string } | { kind: 'event'; event: EventView; position: number; isAhead: boolean };

/** Events, newest first, under the headings of their time. */
export function lines(events: readonly EventView[], now: number): Line[] {
  const result: Line[] = [];
  let group: TimeGroup | undefined;
  events.forEach((event, position) => {
    // Of thousands of events nearly all belong to the group of the one before; a comparison of texts is enough to see that.
    if (group === undefined || event.timestamp < group.start) {
      const next = groupOf(event.timestamp, now);
      if (next.title !== group?.title) result.push({ kind: 'group', title: next.title });
      group = next;
    }
    result.push({ kind: 'event', event, position, isAhead: group.isAhead });
  });
  return result;
}
