import { Link } from 'react-router';
import type { SyncStatus } from '../api/types';
import { useRead } from '../app/queries';
import { useAddress } from '../app/Session';
import { ForeignText } from '../common/ForeignText';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { Facts, Section } from './Section';
import { countStates, reliability, verified } from './syncStatus';

/** How syncing fares over all integrations, with the reasons where it does not. */
export function SyncCard() {
  const read = useRead('/api/sync', { refetch: 30_000 });
  const statuses = read.data ?? [];
  const [compared, all] = verified(statuses);
  const share = reliability(statuses);
  return (
    <Section title="Sync" read={read}>
      {statuses.length === 0 && <p>There is no integration yet.</p>}
      <Facts facts={countStates(statuses).map(([state, count]) => [state, String(count)])} />
      {share !== undefined && <Facts facts={[['reliability', share]]} />}
      {all > 0 && (
        <Facts
          facts={[
            [
              'daily verification',
              <span key="v" title="The last 30 days were compared with the provider within a day">
                {compared} of {all}
              </span>,
            ],
          ]}
        />
      )}
      <ul className="pc-list">
        {statuses
          .filter((it) => it.status === 'error' || isLate(it))
          .map((it) => (
            <Trouble key={it.integrationId} status={it} />
          ))}
      </ul>
    </Section>
  );
}

const isLate = ({ status, verification, repositories }: SyncStatus) =>
  status === 'complete' &&
  verification !== null &&
  verification.oldest !== null &&
  verification.verified < repositories;

function Trouble({ status }: { status: SyncStatus }) {
  const address = useAddress();
  const { integrationId, name, reason, lastSync, verification } = status;
  return (
    <li className="pc-wrap">
      <Link to={address(`/integrations/${integrationId}`)}>
        <ForeignText text={name} />
      </Link>{' '}
      <StatusLabel status={status.status} /> <ForeignText text={reason ?? ''} />{' '}
      {isLate(status) && verification?.oldest != null && (
        <>
          not verified since <Time at={verification.oldest} show="relative" />{' '}
        </>
      )}
      <span className="pc-quiet">{lastSync === null ? 'never read' : <Time at={lastSync} show="relative" />}</span>
    </li>
  );
}
