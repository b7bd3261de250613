import { Alert, Spinner } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useRead } from '../app/queries';
import { useAddress } from '../app/Session';
import { visible } from '../common/foreign';
import { Failed, Loading } from '../common/states';

const LOOK_MS = 2_000;

/** From the grant to the first events. */
export function FirstEvents({ id }: { id: string }) {
  const address = useAddress();
  const { data, error, refetch } = useRead('/api/integrations/{id}', { path: { id }, refetch: LOOK_MS });
  if (data === undefined && error !== null)
    return <Failed what="The integration" error={error} retry={() => void refetch()} />;
  if (data === undefined) return <Loading what="the integration" />;
  const isRead = data.lastSync !== null && data.lastSync !== undefined;
  return (
    <>
      <Alert
        component="h2"
        variant="success"
        isInline
        isLiveRegion
        title={visible(`“${data.name}” is an integration now`)}
      >
        {visible(data.type)} is read from now on; no token was entered, and what was granted is stored encrypted.
      </Alert>
      <p className="pc-row pc-above" role="status">
        {isRead ? 'It was read for the first time.' : <Spinner size="md" aria-label="Reading" />}
        {!isRead && <span>Its first events appear within a minute.</span>}
      </p>
      {data.lastError !== null && data.lastError !== undefined && <p className="pc-error">{visible(data.lastError)}</p>}
      <p className="pc-row pc-above">
        <Link className="pf-v6-c-button pf-m-primary" to={address('/')}>
          Look at the timeline
        </Link>
        <Link className="pf-v6-c-button pf-m-secondary" to={address(`/integrations/${id}`)}>
          Choose what to follow
        </Link>
      </p>
    </>
  );
}
