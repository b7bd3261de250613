import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Card, CardBody, CardFooter, CardTitle, ClipboardCopy } from '@patternfly/react-core';
import { PlusCircleIcon } from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { answer, ifMatch } from '../api/client';
import type { Subscription } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ConfirmDialog } from '../common/ConfirmDialog';
import { ForeignText } from '../common/ForeignText';
import { PageFrame } from '../common/PageFrame';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { Failed, Loading, Nothing } from '../common/states';
import { visible } from '../common/foreign';
import { Messages } from './Messages';
import { SubscriptionDialog } from './SubscriptionDialog';

export const SUBSCRIPTIONS = '/api/subscriptions';

/** Who outside is told of which events, and how that goes. */
export default function SubscriptionsPage() {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const { data, error, refetch } = useRead(SUBSCRIPTIONS, { refetch: 5_000 });
  const [adding, setAdding] = useState(false);
  const [created, setCreated] = useState<Subscription | null>(null);
  const [deleted, setDeleted] = useState<Subscription | null>(null);
  const refresh = () => queries.invalidateQueries({ queryKey: key(SUBSCRIPTIONS) });
  const removal = useMutation({
    mutationFn: (it: Subscription) =>
      client.DELETE('/api/subscriptions/{id}', { params: { path: { id: it.id }, header: ifMatch(it.version) } }),
    onSuccess: async (_, it) => {
      if (created?.id === it.id) setCreated(null);
      await refresh();
      say(`“${it.name}” is deleted`);
    },
    onError: (failure) => fail('The subscription was not deleted', failure),
    onSettled: () => setDeleted(null),
  });
  const switching = useMutation({
    mutationFn: (it: Subscription) =>
      answer(
        client.PATCH('/api/subscriptions/{id}', {
          params: { path: { id: it.id }, header: ifMatch(it.version) },
          body: { active: !it.active } as never,
        }),
      ),
    onError: (failure) => fail('It was not changed', failure),
    onSettled: refresh,
  });
  const add = (
    <Button icon={<PlusCircleIcon />} onClick={() => setAdding(true)}>
      Add subscription
    </Button>
  );
  return (
    <PageFrame
      title="Subscriptions"
      about="Events that leave: what a filter wants is sent to a webhook, a chat or dashboards."
      actions={data !== undefined && data.length > 0 ? add : undefined}
    >
      {data === undefined && error === null && <Loading what="subscriptions" />}
      {data === undefined && error !== null && (
        <Failed what="The subscriptions" error={error} retry={() => void refetch()} />
      )}
      {data?.length === 0 && (
        <Nothing title="Nobody is told yet" actions={add}>
          Send releases to a chat, deployments to dashboards, or everything to a system of your own.
        </Nothing>
      )}
      {created?.secret != null && created.target === 'webhook' && (
        <Alert variant="info" isInline title={visible(`The secret of “${created.name}” is shown this once`)}>
          <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="Secret of the subscription">
            {created.secret}
          </ClipboardCopy>
        </Alert>
      )}
      <ul className="pc-plain" aria-label="Subscriptions">
        {data?.map((it) => (
          <SubscriptionCard
            key={it.id}
            subscription={it}
            onSwitch={() => switching.mutate(it)}
            onDelete={() => setDeleted(it)}
          />
        ))}
      </ul>
      {adding && (
        <SubscriptionDialog
          onClose={() => setAdding(false)}
          onSaved={async (it) => {
            setCreated(it);
            setAdding(false);
            await refresh();
          }}
        />
      )}
      {deleted !== null && (
        <ConfirmDialog
          title={visible(`Delete “${deleted.name}”?`)}
          act="Delete"
          isPending={removal.isPending}
          onAct={() => removal.mutate(deleted)}
          onClose={() => setDeleted(null)}
        >
          What was not sent yet is not sent any more.
        </ConfirmDialog>
      )}
    </PageFrame>
  );
}

interface SubscriptionCardProps {
  subscription: Subscription;
  onSwitch: () => void;
  onDelete: () => void;
}

function SubscriptionCard({ subscription: it, onSwitch, onDelete }: SubscriptionCardProps) {
  const [open, setOpen] = useState(false);
  return (
    <li className="pc-above">
      <Card isCompact>
        <CardTitle component="h2">
          <ForeignText text={it.name} />{' '}
          <StatusLabel status={it.active && it.failedAttempts > 0 ? 'degraded' : it.state} />
        </CardTitle>
        <CardBody>
          <p className="pc-wrap">
            {it.target}: <ForeignText text={it.url} />
          </p>
          <p className="pc-quiet">{it.filter === '' ? 'All events' : <ForeignText text={it.filter} />}</p>
          {it.reason !== null && <p role="alert">{it.reason}</p>}
          {it.failedAttempts > 0 && it.active && (
            <p>
              {it.failedAttempts} attempts failed
              {it.failingSince != null && (
                <>
                  {' '}
                  since <Time at={it.failingSince} show="relative" />
                </>
              )}
            </p>
          )}
          {it.lastSuccessAt != null && (
            <p className="pc-quiet">
              Last sent <Time at={it.lastSuccessAt} show="relative" />
            </p>
          )}
          {open && <Messages subscription={it} />}
        </CardBody>
        <CardFooter className="pc-row">
          <Button variant="link" isInline aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? 'Hide messages' : 'Messages'}
          </Button>
          <Button variant="link" isInline onClick={onSwitch}>
            {it.active ? 'Pause' : 'Send again'}
          </Button>
          <Button variant="link" isInline isDanger onClick={onDelete} aria-label={visible(`Delete ${it.name}`)}>
            Delete
          </Button>
        </CardFooter>
      </Card>
    </li>
  );
}
