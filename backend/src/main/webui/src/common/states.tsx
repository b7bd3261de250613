import type { ReactNode } from 'react';
import { Button } from '@patternfly/react-core';
import { EmptyState, EmptyStateActions, EmptyStateBody, EmptyStateFooter } from '@patternfly/react-core';
import { Spinner } from '@patternfly/react-core';
import { CubesIcon } from '@patternfly/react-icons/dist/esm/icons/cubes-icon';
import { ExclamationCircleIcon } from '@patternfly/react-icons/dist/esm/icons/exclamation-circle-icon';
import { Problem, sentence } from '../api/problem';

export function Loading({ what }: { what: string }) {
  return <EmptyState titleText={`Loading ${what}`} headingLevel="h2" icon={Spinner} variant="sm" />;
}

export function Failed({ what, error, retry }: { what: string; error: unknown; retry?: () => void }) {
  return (
    <EmptyState
      titleText={`${what} could not be loaded`}
      headingLevel="h2"
      icon={ExclamationCircleIcon}
      status="danger"
      variant="sm"
    >
      <EmptyStateBody role="alert">
        {sentence(error)}
        {error instanceof Problem && error.requestId !== undefined && (
          <div className="pc-quiet">Request {error.requestId}</div>
        )}
      </EmptyStateBody>
      {retry !== undefined && (
        <EmptyStateFooter>
          <EmptyStateActions>
            <Button variant="secondary" onClick={retry}>
              Try again
            </Button>
          </EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}

export function Nothing({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
  return (
    <EmptyState titleText={title} headingLevel="h2" icon={CubesIcon} variant="sm">
      <EmptyStateBody>{children}</EmptyStateBody>
      {actions !== undefined && (
        <EmptyStateFooter>
          <EmptyStateActions>{actions}</EmptyStateActions>
        </EmptyStateFooter>
      )}
    </EmptyState>
  );
}
