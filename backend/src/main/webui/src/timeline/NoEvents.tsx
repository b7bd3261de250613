import { Button, ClipboardCopy } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useRead } from '../app/queries';
import { useAddress } from '../app/Session';
import { Nothing } from '../common/states';
import { cleared, isNarrowed, type ChangeFilters, type Filters } from './filters';

/** Why nothing is shown, and what to do: another filter, more time, or the first integration. */
export function NoEvents({ filters, onFilters }: { filters: Filters; onFilters: ChangeFilters }) {
  const address = useAddress();
  const integrations = useRead('/api/integrations');
  const clear = (
    <Button variant="primary" onClick={() => onFilters(cleared)}>
      Clear filters
    </Button>
  );
  const all = (
    <Button variant="link" onClick={() => onFilters((now) => ({ ...now, range: 'all', from: null, to: null }))}>
      Look at all time
    </Button>
  );
  if (isNarrowed(filters)) {
    return (
      <Nothing
        title="Nothing matches"
        actions={
          <>
            {clear} {filters.range !== 'all' && all}
          </>
        }
      >
        No event of this time fits all filters.
      </Nothing>
    );
  }
  if (integrations.data?.length === 0)
    return <FirstRun address={address('/integrations')} all={filters.range !== 'all' ? all : null} />;
  return (
    <Nothing
      title="Nothing changed"
      actions={filters.range !== 'all' ? all : <Link to={address('/integrations')}>Look at the integrations</Link>}
    >
      No event was collected in this time. New ones appear here by themselves.
    </Nothing>
  );
}

function FirstRun({ address, all }: { address: string; all: React.ReactNode }) {
  return (
    <Nothing
      title="Welcome to PainChain"
      actions={
        <>
          <Link className="pf-v6-c-button pf-m-primary" to={address}>
            Add an integration
          </Link>{' '}
          {all}
        </>
      }
    >
      <p>Connect a system where changes happen, and what changes there appears here.</p>
      <p className="pc-above">Or see what it looks like first, with a simulated company:</p>
      <ClipboardCopy
        isReadOnly
        hoverTip="Copy"
        clickTip="Copied"
        textAriaLabel="Command that loads the demo"
        className="pc-command"
      >
        ./painchain demo
      </ClipboardCopy>
    </Nothing>
  );
}
