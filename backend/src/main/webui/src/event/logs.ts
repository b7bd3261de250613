import type { EventTypeMetadata, EventView } from '../api/types';
import { webAddress } from '../common/links';
import { dataOf } from './parts';

const JOBS = 'failed_jobs';

/** Where the logs are: `logs_url` where it is told, else the page of a thing that runs jobs. */
export function logsOf(event: EventView, metadata: EventTypeMetadata | undefined): string | undefined {
  const told = webAddress(dataOf(event).logs_url);
  if (told !== undefined) return told;
  const runsJobs = JOBS in dataOf(event) || metadata?.fields?.[JOBS] !== undefined;
  return runsJobs ? webAddress(event.url) : undefined;
}
