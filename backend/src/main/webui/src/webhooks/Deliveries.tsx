import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@patternfly/react-core';
import type { Delivery, Integration } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Listing, type Column } from '../common/Listing';
import { StateToggle } from '../common/StateToggle';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { DeliveryDialog } from './DeliveryDialog';

const EVENTS = '/api/webhooks/events';
const STATES: [string, string][] = [
  ['', 'All'],
  ['pending', 'Waiting'],
  ['mapped', 'Events'],
  ['ignored', 'Ignored'],
  ['deferred', 'Later'],
  ['dead', 'Given up'],
];
const WORDS: Record<string, string> = { leased: 'running', mapped: 'success', dead: 'failed' };

/** What came, the newest first, and what became of it. */
export function Deliveries({ integration }: { integration: Integration }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const [state, setState] = useState('');
  const [shown, setShown] = useState<string | null>(null);
  const { data, error } = useRead(EVENTS, {
    query: { integration_id: integration.id, limit: '50', ...(state === '' ? {} : { state }) },
    refetch: 5_000,
  });
  const replay = useMutation({
    mutationFn: (delivery: Delivery) =>
      client.POST('/api/webhooks/events/{id}/replay', { params: { path: { id: delivery.id } } }),
    onSuccess: () => say('It is digested again'),
    onError: (failure) => fail('It is not digested again', failure),
    onSettled: () => queries.invalidateQueries({ queryKey: key(EVENTS) }),
  });
  const columns: Column<Delivery>[] = [
    { title: 'Received', cell: (it) => <Time at={it.received_at} show="relative" /> },
    {
      title: 'What',
      cell: (it) => (
        <Button variant="link" isInline onClick={() => setShown(it.id)}>
          <ForeignText text={it.event_type ?? it.delivery_id} />
        </Button>
      ),
    },
    { title: 'Repository', cell: (it) => <ForeignText text={it.repository_full_name ?? ''} /> },
    { title: 'State', cell: (it) => <StatusLabel status={WORDS[it.state] ?? it.state} /> },
    {
      title: 'Why',
      wraps: true,
      cell: (it) => <ForeignText text={it.error ?? it.reason ?? (it.events ?? []).join(', ')} />,
    },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (it) =>
        it.replayable &&
        it.state !== 'leased' &&
        it.state !== 'pending' && (
          <Button variant="link" isInline onClick={() => replay.mutate(it)}>
            Replay
          </Button>
        ),
    },
  ];
  return (
    <div className="pc-above">
      <StateToggle label="Deliveries to show" states={STATES} state={state} name="deliveries" onChange={setState} />
      <Listing label="Deliveries" nothing="No deliveries." rows={data} error={error} columns={columns} />
      {shown !== null && <DeliveryDialog id={shown} onClose={() => setShown(null)} />}
    </div>
  );
}
