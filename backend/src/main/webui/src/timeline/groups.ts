import type { EventView } from '../api/types';
import { groupOf } from '../common/time';

export type Line = { kind: 'group'; title: string } | { kind: 'event'; event: EventView; position: number };

/** Events, newest first, under the headings of their time. */
export function lines(events: readonly EventView[], now: number): Line[] {
  const result: Line[] = [];
  let title: string | undefined;
  events.forEach((event, position) => {
    const group = groupOf(event.timestamp, now);
    if (group !== title) {
      title = group;
      result.push({ kind: 'group', title: group });
    }
    result.push({ kind: 'event', event, position });
  });
  return result;
}
