import { useEffect, useState } from 'react';
import { Alert, ClipboardCopy, Spinner } from '@patternfly/react-core';
import { Link, useParams, useSearchParams } from 'react-router';
import { answer } from '../api/client';
import { Problem, sentence } from '../api/problem';
import type { ConnectFlow } from '../api/types';
import { connectorName, useConnectors, useRead } from '../app/queries';
import { useAddress, useClient } from '../app/Session';
import { ExternalLink } from '../common/ExternalLink';
import { visible } from '../common/foreign';
import { PageFrame } from '../common/PageFrame';
import { Failed, Loading } from '../common/states';
import { useNow } from '../common/useNow';
import { left, reason, wayOn } from './connecting';
import { FirstEvents } from './FirstEvents';
import './connect.css';

/** Where the provider leads back to, and where a code is waited for. */
export default function FlowPage() {
  const { flow = '' } = useParams();
  const [parameters] = useSearchParams();
  return flow === 'none' ? <NotTaken why={parameters.get('why')} /> : <Flow id={flow} />;
}

function NotTaken({ why }: { why: string | null }) {
  const address = useAddress();
  return (
    <PageFrame title="Not connected">
      <Alert component="h2" variant="danger" isInline isLiveRegion title={reason(why)}>
        <Link to={address('/integrations')}>Begin again</Link>
      </Alert>
    </PageFrame>
  );
}

function Flow({ id }: { id: string }) {
  const { connectors } = useConnectors();
  const { data, error, refetch } = useRead('/api/integrations/connect/{id}', { path: { id } });
  const [polled, setPolled] = useState<ConnectFlow>();
  const flow = polled ?? data;
  if (flow === undefined && error !== null)
    return <Failed what="How it goes" error={error} retry={() => void refetch()} />;
  if (flow === undefined) return <Loading what="how it goes" />;
  const provider = connectorName(connectors, flow.type);
  const title = { connected: `${provider} is connected`, refused: 'Not connected' }[flow.state as string];
  return (
    <PageFrame title={title ?? `Connect ${provider}`}>
      <Standing flow={flow} provider={provider} onFlow={setPolled} />
    </PageFrame>
  );
}

function Standing({ flow, provider, onFlow }: FlowProps) {
  const address = useAddress();
  const again = <Link to={address(`/integrations/new/${flow.type}/connect`)}>Begin again</Link>;
  if (flow.state === 'connected' && flow.integrationId !== null && flow.integrationId !== undefined)
    return <FirstEvents id={flow.integrationId} />;
  if (flow.state === 'refused')
    return (
      <Alert component="h2" variant="danger" isInline isLiveRegion title={visible(flow.error ?? 'It was refused.')}>
        {again}
      </Alert>
    );
  if (flow.userCode !== null && flow.userCode !== undefined)
    return <Code flow={flow} provider={provider} onFlow={onFlow} />;
  const next = wayOn(flow);
  return (
    <Alert component="h2" variant="info" isInline title={`${provider} waits for you`}>
      {next === undefined ? again : <a href={next}>Go on there</a>}
    </Alert>
  );
}

interface FlowProps {
  flow: ConnectFlow;
  provider: string;
  onFlow: (flow: ConnectFlow) => void;
}

function Code({ flow, provider, onFlow }: FlowProps) {
  const client = useClient();
  const now = useNow();
  const [asked, setAsked] = useState(0);
  const [trouble, setTrouble] = useState<string>();
  const { id, intervalSeconds } = flow;

  useEffect(() => {
    const timer = window.setTimeout(
      () => {
        answer(client.POST('/api/integrations/connect/{id}/poll', { params: { path: { id } } }))
          .then((next) => {
            setTrouble(undefined);
            onFlow(next);
          })
          .catch((error: unknown) => {
            if (error instanceof Problem && error.status === 400)
              onFlow({ ...flow, state: 'refused', error: error.message });
            else setTrouble(sentence(error));
          })
          .finally(() => setAsked(asked + 1));
      },
      (intervalSeconds ?? 5) * 1_000 + 200,
    );
    return () => window.clearTimeout(timer);
  }, [asked, client, flow, id, intervalSeconds, onFlow]);

  return (
    <div className="pc-code">
      <p>
        Open <ExternalLink to={flow.url}>{visible(flow.url ?? '')}</ExternalLink>, in whatever browser, and enter this
        code:
      </p>
      <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="Code" className="pc-user-code">
        {flow.userCode ?? ''}
      </ClipboardCopy>
      <p className="pc-row" role="status">
        <Spinner size="md" aria-label="Waiting" />
        <span>
          Waiting for {provider}, asked every {intervalSeconds} s; {left(flow.expiresAt, now)} left.
        </span>
      </p>
      {trouble !== undefined && <Alert component="h2" variant="warning" isInline title={trouble} />}
    </div>
  );
}
