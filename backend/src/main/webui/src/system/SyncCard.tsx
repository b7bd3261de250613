import { Link } from 'react-router';
import { useRead } from '../app/queries';
import { useAddress } from '../app/Session';
import { ForeignText } from '../common/ForeignText';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { Facts, Section } from './Section';
import { countStates, syncState, whyNot } from './syncHealth';

/** How syncing fares over all integrations, with the reasons where it does not. */
export function SyncCard() {
  const address = useAddress();
  const read = useRead('/api/integrations', { refetch: 30_000 });
  const integrations = read.data ?? [];
  const broken = integrations.filter((it) => syncState(it) === 'error');
  return (
    <Section title="Sync" read={read}>
      {integrations.length === 0 && <p>There is no integration yet.</p>}
      <Facts
        facts={countStates(integrations)
          .filter(([, count]) => count > 0)
          .map(([state, count]) => [state, String(count)])}
      />
      <ul className="pc-list">
        {broken.map((it) => (
          <li key={it.id} className="pc-wrap">
            <Link to={address(`/integrations/${it.id}`)}>
              <ForeignText text={it.name} />
            </Link>{' '}
            <StatusLabel status={it.status} /> <ForeignText text={whyNot(it)} />{' '}
            <span className="pc-quiet">
              {it.lastSync === null ? 'never read' : <Time at={it.lastSync} show="relative" />}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
