import { Alert } from '@patternfly/react-core';
import type { ConnectionTest, ConnectorMetadata } from '../api/types';
import { Time } from '../common/Time';
import { expiryWarning, quotasOf } from './warnings';
import { useNow } from '../common/useNow';
import { visible } from '../common/foreign';

export function TestResult({ result, connector }: { result: ConnectionTest; connector: ConnectorMetadata }) {
  const now = useNow();
  if (!result.ok) {
    return (
      <Alert
        variant="danger"
        isInline
        title={
          result.message.startsWith('Failed')
            ? result.message
            : `Failed to connect to ${connector.displayName}: ${result.message}`
        }
      >
        <Missing result={result} />
      </Alert>
    );
  }
  const expiry = result.expiresAt === null ? undefined : expiryWarning(result.expiresAt, now);
  return (
    <Alert variant={expiry === undefined ? 'success' : 'warning'} isInline title="Connected successfully!">
      <ul className="pc-list">
        {result.login !== null && <li>Signed in as {visible(result.login)}</li>}
        {result.scopes !== null && result.scopes.length > 0 && <li>Scopes: {visible(result.scopes.join(', '))}</li>}
        {result.expiresAt !== null && (
          <li>
            {expiry ?? 'The credentials are valid until'} <Time at={result.expiresAt} />
          </li>
        )}
        {quotasOf(result.rateLimit).map(({ resource, remaining, limit }) => (
          <li key={resource}>
            Quota “{visible(resource)}”: {remaining.toLocaleString('en')} of {limit.toLocaleString('en')} left
          </li>
        ))}
      </ul>
      <Missing result={result} />
    </Alert>
  );
}

/** What cannot be read, and what permission that takes. */
function Missing({ result }: { result: ConnectionTest }) {
  const lacking = (result.repositories ?? []).flatMap((repository) =>
    repository.sources.filter((it) => !it.ok).map((it) => ({ repository: repository.name, ...it })),
  );
  if (lacking.length === 0) return null;
  return (
    <ul className="pc-list">
      {lacking.map((it) => (
        <li key={`${it.repository} ${it.source}`}>
          {visible(it.repository)}: {visible(it.source)} cannot be read
          {it.missing === null ? '' : visible(`, missing: ${it.missing}`)}
          {it.detail === null ? '' : visible(` (${it.detail})`)}
        </li>
      ))}
    </ul>
  );
}
