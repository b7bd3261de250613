import { Button } from '@patternfly/react-core';
import { useRouteError } from 'react-router';
import { sentence } from '../api/problem';
import { Nothing } from '../common/states';

/** Where the page itself is broken; a new build that took old files away is the usual reason. */
export function Crash() {
  const error = useRouteError();
  return (
    <Nothing title="This page broke" actions={<Button onClick={() => window.location.reload()}>Reload</Button>}>
      <span role="alert">{sentence(error)}</span> Reload it; if that does not help, PainChain's data is still at
      /api/timeline.
    </Nothing>
  );
}
