import type { DiscoveredRepository } from '../api/types';

export interface Discovered {
  items: DiscoveredRepository[];
  /** What the list leaves out. */
  warnings: string[];
  /** Whether another page follows; a page may be short for all that. */
  more: boolean;
}

const WARNING = 'X-PainChain-Warning';

/** A page of what can be chosen; headers of one name arrive as one, and sentences of ours hold no comma and blank before a capital. */
export async function discovered(
  call: Promise<{ data?: DiscoveredRepository[]; response: Response }>,
): Promise<Discovered> {
  const { data, response } = await call;
  const said = response.headers.get(WARNING);
  return {
    items: data ?? [],
    warnings: said === null ? [] : said.split(/, (?=[A-Z])/),
    more: response.headers.has('Link'),
  };
}
