import { Card, CardBody, CardFooter, CardHeader, CardTitle, Label } from '@patternfly/react-core';
import { LinkIcon } from '@patternfly/react-icons/dist/esm/icons/link-icon';
import { PlusCircleIcon } from '@patternfly/react-icons/dist/esm/icons/plus-circle-icon';
import { Link } from 'react-router';
import type { ConnectorMetadata, Integration } from '../api/types';
import { useRead } from '../app/queries';
import { May } from '../app/Caller';
import { useAddress } from '../app/Session';
import { Logo } from '../common/Logo';
import { Nothing } from '../common/states';
import { visible } from '../common/foreign';

interface ConnectorCardsProps {
  connectors: ConnectorMetadata[];
  loaded: boolean;
  integrations: Integration[];
}

export function ConnectorCards({ connectors, loaded, integrations }: ConnectorCardsProps) {
  const workers = useRead('/api/connectors', { refetch: 30_000 });
  if (loaded && connectors.length === 0) {
    return (
      <Nothing title="No connector has registered yet">
        A connector registers itself when it starts. Start one, for example with ./painchain up; it appears here by
        itself.
      </Nothing>
    );
  }
  return (
    <div className="pc-cards">
      {connectors.map((connector) => (
        <ConnectorCard
          key={connector.id}
          connector={connector}
          live={workers.data?.find((it) => it.id === connector.id)?.live}
          count={integrations.filter((it) => it.type === connector.id).length}
        />
      ))}
    </div>
  );
}

function ConnectorCard({
  connector,
  live,
  count,
}: {
  connector: ConnectorMetadata;
  live: boolean | undefined;
  count: number;
}) {
  const address = useAddress();
  const connects = (connector.connect ?? []).length > 0;
  return (
    <Card isCompact className="pc-connector">
      <svg className="pc-stripe" width="100%" height="4" aria-hidden="true">
        <rect width="100%" height="4" fill={connector.color ?? 'currentColor'} />
      </svg>
      <CardHeader>
        <CardTitle component="h2" className="pc-row">
          <Logo connector={connector} size={32} /> {visible(connector.displayName)}
          {live === true && (
            <Label isCompact color="green">
              running
            </Label>
          )}
          {live === false && (
            <Label
              isCompact
              color="orange"
              title="No connector of this type has been heard of lately; nothing is collected"
            >
              not running
            </Label>
          )}
        </CardTitle>
      </CardHeader>
      <CardBody>
        {visible(connector.description ?? '')}
        <p className="pc-quiet">
          {count === 0 ? 'Not connected' : `${count} ${count === 1 ? 'integration' : 'integrations'}`}
        </p>
      </CardBody>
      <May right="configure">
        <CardFooter>
          {connects && (
            <Link
              className="pf-v6-c-button pf-m-primary pf-m-small"
              to={address(`/integrations/new/${connector.id}/connect`)}
            >
              <LinkIcon /> Connect {visible(connector.displayName)}
            </Link>
          )}{' '}
          <Link
            className={`pf-v6-c-button pf-m-small ${connects ? 'pf-m-secondary' : 'pf-m-primary'}`}
            to={address(`/integrations/new/${connector.id}`)}
          >
            <PlusCircleIcon /> Add {visible(connector.displayName)}
          </Link>
        </CardFooter>
      </May>
    </Card>
  );
}
