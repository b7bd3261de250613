import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { sentence } from '../api/problem';
import type { Delivery, Integration } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
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
  return (
    <div className="pc-above">
      <ToggleGroup isCompact aria-label="Deliveries to show">
        {STATES.map(([value, label]) => (
          <ToggleGroupItem
            key={value}
            text={label}
            buttonId={`deliveries-${value}`}
            isSelected={state === value}
            onChange={() => setState(value)}
          />
        ))}
      </ToggleGroup>
      {data === undefined && error !== null && <p role="alert">{sentence(error)}</p>}
      {data?.length === 0 && <p className="pc-above pc-quiet">No deliveries.</p>}
      {data !== undefined && data.length > 0 && (
        <DeliveriesTable deliveries={data} onShow={setShown} onReplay={(delivery) => replay.mutate(delivery)} />
      )}
      {shown !== null && <DeliveryDialog id={shown} onClose={() => setShown(null)} />}
    </div>
  );
}

interface DeliveriesTableProps {
  deliveries: Delivery[];
  onShow: (id: string) => void;
  onReplay: (delivery: Delivery) => void;
}

function DeliveriesTable({ deliveries, onShow, onReplay }: DeliveriesTableProps) {
  return (
    <div className="pc-table-holder pc-above" tabIndex={0} role="region" aria-label="Deliveries">
      <table className="pc-table">
        <thead>
          <tr>
            <th scope="col">Received</th>
            <th scope="col">What</th>
            <th scope="col">Repository</th>
            <th scope="col">State</th>
            <th scope="col">Why</th>
            <th scope="col">
              <span className="pc-hidden">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((it) => (
            <tr key={it.id}>
              <td>
                <Time at={it.received_at} show="relative" />
              </td>
              <td>
                <Button variant="link" isInline onClick={() => onShow(it.id)}>
                  <ForeignText text={it.event_type ?? it.delivery_id} />
                </Button>
              </td>
              <td>
                <ForeignText text={it.repository_full_name ?? ''} />
              </td>
              <td>
                <StatusLabel status={WORDS[it.state] ?? it.state} />
              </td>
              <td className="pc-wrap">
                <ForeignText text={it.error ?? it.reason ?? (it.events ?? []).join(', ')} />
              </td>
              <td>
                {it.replayable && it.state !== 'leased' && it.state !== 'pending' && (
                  <Button variant="link" isInline onClick={() => onReplay(it)}>
                    Replay
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
