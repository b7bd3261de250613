import { Button, Label, Title, type LabelProps } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { TrackedRepository } from '../api/types';
import { useAddress } from '../app/Session';
import { ForeignText } from '../common/ForeignText';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { visible } from '../common/foreign';

interface FollowedTableProps {
  repositories: TrackedRepository[];
  mayConfigure: boolean;
  onStop: (repository: TrackedRepository) => void;
}

type Webhook = NonNullable<TrackedRepository['webhook']>;

const HOOKS: Record<Webhook['state'], [string, LabelProps['color'], string]> = {
  configured: ['configured', 'grey', 'Configured here; PainChain did not set it up at the provider'],
  registered: ['set up', 'blue', 'Set up at the provider; not compared yet'],
  agreed: ['complete', 'green', 'All that it delivered has arrived'],
  missing: ['missing deliveries', 'orange', 'Not all that it delivered has arrived'],
  inactive: ['inactive', 'grey', 'Its deliveries are refused'],
};

/** What is followed, those with trouble first, and what was followed before. */
export function FollowedTable({ repositories, mayConfigure, onStop }: FollowedTableProps) {
  const sorted = [...repositories].sort(
    (a, b) => Number(b.active) - Number(a.active) || Number(b.lastError !== null) - Number(a.lastError !== null),
  );
  return (
    <section>
      <Title headingLevel="h2" size="lg" id="followed">
        Followed
      </Title>
      {repositories.length === 0 && <p className="pc-quiet">Nothing yet.</p>}
      {repositories.length > 0 && (
        <div className="pc-table-holder" tabIndex={0} role="region" aria-labelledby="followed">
          <table className="pc-table pc-listing">
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Status</th>
                <th scope="col">Last read</th>
                <th scope="col">Webhook</th>
                <th scope="col">What is wrong</th>
                <th scope="col">
                  <span className="pc-hidden">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sorted.map((it) => (
                <Row key={it.name} repository={it} mayConfigure={mayConfigure} onStop={() => onStop(it)} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface RowProps {
  repository: TrackedRepository;
  mayConfigure: boolean;
  onStop: () => void;
}

function Row({ repository, mayConfigure, onStop }: RowProps) {
  const address = useAddress();
  const { name, active, status, lastSync, stoppedAt, lastError, webhook, externalId } = repository;
  return (
    <tr>
      <td className="pc-wrap" title={externalId === null ? undefined : `Id at the provider: ${visible(externalId)}`}>
        <Link to={address('/', { project: name })}>
          <ForeignText text={name} />
        </Link>
      </td>
      <td>
        {active ? (
          <StatusLabel status={status} />
        ) : (
          <span className="pc-quiet">
            followed until {stoppedAt === null ? 'a while ago' : <Time at={stoppedAt} show="relative" />}; its events
            stay
          </span>
        )}
      </td>
      <td>{lastSync === null ? '–' : <Time at={lastSync} show="relative" />}</td>
      <td>{webhook === null ? '–' : <HookLabel webhook={webhook} />}</td>
      <td className="pc-wrap">
        <ForeignText text={lastError ?? ''} />
      </td>
      <td>
        {mayConfigure && active && (
          <Button variant="link" isInline isDanger aria-label={visible(`Stop following ${name}`)} onClick={onStop}>
            Stop
          </Button>
        )}
      </td>
    </tr>
  );
}

function HookLabel({ webhook }: { webhook: Webhook }) {
  const [words, color, meaning] = HOOKS[webhook.state];
  return (
    <>
      <Label isCompact color={color} title={meaning}>
        {words}
      </Label>{' '}
      {webhook.lastDeliveryAt !== null && <Time at={webhook.lastDeliveryAt} show="relative" />}
    </>
  );
}
