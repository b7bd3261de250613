import { Title } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useRead } from '../app/queries';
import { useAddress } from '../app/Session';
import { Time } from '../common/Time';
import { ForeignText } from '../common/ForeignText';

/** Every tag that events carry, each with its timeline. */
export function TagCloud() {
  const address = useAddress();
  const { data } = useRead('/api/tags', { query: { limit: '500' } });
  if (data === undefined || data.length === 0) return null;
  return (
    <section aria-labelledby="tags">
      <Title headingLevel="h2" size="lg" id="tags" className="pc-above">
        Tags in use
      </Title>
      <ul className="pc-tags">
        {data.map(({ tag, lastEvent }) => (
          <li key={tag}>
            <Link to={address('/', { tag })}>
              <ForeignText text={tag} />
            </Link>{' '}
            <span className="pc-quiet">
              <Time at={lastEvent} show="relative" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
