import { useEffect, useRef, useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from '@patternfly/react-core';
import { SyncAltIcon } from '@patternfly/react-icons/dist/esm/icons/sync-alt-icon';
import { answer } from '../api/client';
import type { Integration } from '../api/types';
import { useKey } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { INTEGRATIONS } from './useIntegrationActions';
import { visible } from '../common/foreign';

const LOOK_MS = 1_000;

/** Asks the connector to look now, and shows how far it is. */
export function SyncNow({ integration }: { integration: Integration }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const [watching, setWatching] = useState(false);
  const params = { path: { id: integration.id } };

  const progress = useQuery({
    queryKey: key('sync', integration.id),
    queryFn: ({ signal }) => answer(client.GET('/api/integrations/{id}/sync', { params, signal })),
    enabled: watching,
    refetchInterval: LOOK_MS,
    gcTime: 0,
  });
  const start = useMutation({
    mutationFn: () => client.POST('/api/integrations/{id}/sync', { params }),
    onSuccess: () => setWatching(true),
    onError: (error) => fail('The sync was not started', error),
  });
  const state = watching ? progress.data?.state : undefined;
  const told = useRef<string | null>(null);
  useEffect(() => {
    const done = progress.data;
    if (
      !watching ||
      done === undefined ||
      (done.state !== 'done' && done.state !== 'failed') ||
      told.current === done.taskId
    )
      return;
    told.current = done.taskId;
    setWatching(false);
    if (done.state === 'done') say(`“${integration.name}” is up to date${summary(done.counts)}`);
    else fail(`“${integration.name}” was not synced`, new Error(done.error ?? 'The connector gave no reason.'));
    void queries.invalidateQueries({ queryKey: key(INTEGRATIONS) });
  }, [watching, progress.data, integration.name, say, fail, queries, key]);

  const busy = start.isPending || watching;
  return (
    <div className="pc-sync">
      <Button
        variant="secondary"
        size="sm"
        icon={<SyncAltIcon />}
        isDisabled={busy || !integration.enabled}
        onClick={() => start.mutate()}
        aria-label={visible(`Sync now: ${integration.name}`)}
      >
        {busy ? 'Syncing' : 'Sync now'}
      </Button>
      {watching && (
        <Progress
          aria-label={visible(`Sync of ${integration.name}`)}
          size="sm"
          measureLocation="inside"
          value={progress.data?.percent ?? 0}
          title={state === 'queued' ? 'Waiting for the connector' : visible(progress.data?.note ?? '')}
        />
      )}
    </div>
  );
}

function summary(counts: Record<string, number> | null): string {
  const parts = Object.entries(counts ?? {})
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count} ${name}`);
  return parts.length === 0 ? '' : `: ${parts.join(', ')}`;
}
