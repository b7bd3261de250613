import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answer } from '../api/client';
import { useConnectors, useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { windowAt, type Filters, type ListName } from './filters';

/** What there is to choose from, the most frequent first. Counted over the time alone: a choice must not hide the others. */
export function useFacets(filters: Filters): Partial<Record<ListName, string[]>> {
  const client = useClient();
  const key = useKey();
  const { connectors } = useConnectors();
  const { range, from, to } = filters;
  const stats = useQuery({
    queryKey: key('facets', range, from, to),
    queryFn: ({ signal }) =>
      answer(client.GET('/api/stats', { params: { query: windowAt(filters, Date.now()) }, signal })),
    placeholderData: keepPreviousData,
  });
  const projects = useRead('/api/projects', { query: { limit: '500' } });
  const tags = useRead('/api/tags', { query: { limit: '500' } });
  const byCount = (counts: Record<string, number> | undefined) =>
    Object.entries(counts ?? {})
      .sort((a, b) => b[1] - a[1])
      .map(([name]) => name);
  return {
    connector: [...new Set([...byCount(stats.data?.byConnector), ...connectors.map((it) => it.id)])],
    type: [
      ...new Set([...byCount(stats.data?.byType), ...connectors.flatMap((it) => Object.keys(it.eventTypes ?? {}))]),
    ],
    status: byCount(stats.data?.byStatus),
    project: [...new Set((projects.data ?? []).map((it) => it.project))],
    tag: (tags.data ?? []).map((it) => it.tag),
  };
}
