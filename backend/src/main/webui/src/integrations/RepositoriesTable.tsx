import { Title } from '@patternfly/react-core';
import { Link } from 'react-router';
import type { Integration } from '../api/types';
import { useAddress } from '../app/Session';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { ForeignText } from '../common/ForeignText';

/** What is followed, each with how it stands; those with trouble first. */
export function RepositoriesTable({ integration }: { integration: Integration }) {
  const address = useAddress();
  if (integration.repositories.length === 0) return null;
  const sorted = [...integration.repositories].sort(
    (a, b) => Number(b.lastError !== null) - Number(a.lastError !== null) || a.name.localeCompare(b.name),
  );
  return (
    <section aria-labelledby="followed">
      <Title headingLevel="h2" size="lg" id="followed" className="pc-above">
        What it follows
      </Title>
      <div className="pc-table-holder" tabIndex={0} role="region" aria-label="Repositories">
        <table className="pc-table">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Status</th>
              <th scope="col">Last read</th>
              <th scope="col">What is wrong</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((it) => (
              <tr key={it.name}>
                <td>
                  <Link to={address('/', { project: it.name })}>
                    <ForeignText text={it.name} />
                  </Link>
                </td>
                <td>
                  <StatusLabel status={it.status} />
                </td>
                <td>{it.lastSync === null ? '–' : <Time at={it.lastSync} show="relative" />}</td>
                <td className="pc-wrap">
                  <ForeignText text={it.lastError ?? ''} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
