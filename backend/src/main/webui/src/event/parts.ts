import type { EventView } from '../api/types';

type Parts = Partial<Pick<EventView, 'tags' | 'correlationKeys' | 'data'>>;

/** What an event may lack altogether, as it was not sent with it. */
export const tagsOf = (event: Parts) => event.tags ?? [];
export const keysOf = (event: Parts) => event.correlationKeys ?? [];
export const dataOf = (event: Parts): Record<string, unknown> => event.data ?? {};
