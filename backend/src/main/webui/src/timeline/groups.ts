import type { EventView } from '../api/types';
import { groupOf } from '../common/time';

export type Line = { kind: 'group'; title: string } | { kind: 'event'; event: EventView; position: number };

/** Events, newest first, under the headings of their time. */
export function lines(events: readonly EventView[], now: number): Line[] {
  const result: Line[] = [];
  let title: string | undefined;
  let start = '';
  events.forEach((event, position) => {
    // Of thousands of events nearly all belong to the group of the one before; a comparison of texts is enough to see that.
    if (title === undefined || event.timestamp < start) {
      const group = groupOf(event.timestamp, now);
      start = group.start;
      if (group.title !== title) {
        title = group.title;
        result.push({ kind: 'group', title });
      }
    }
    result.push({ kind: 'event', event, position });
  });
  return result;
}
