import { Button } from '@patternfly/react-core';
import { ExternalLinkAltIcon } from '@patternfly/react-icons/dist/esm/icons/external-link-alt-icon';
import type { EventTypeMetadata, EventView } from '../api/types';
import { webAddress } from '../common/links';
import { around, type ChangeFilters } from '../timeline/filters';
import { logsOf } from './logs';

interface EventActionsProps {
  event: EventView;
  metadata: EventTypeMetadata | undefined;
  onFilters: ChangeFilters;
}

/** Where to go from here: to the source, its logs, or to what else happened then. */
export function EventActions({ event, metadata, onFilters }: EventActionsProps) {
  const address = webAddress(event.url);
  const logs = logsOf(event, metadata);
  return (
    <div className="pc-row">
      {logs !== undefined && <LinkButton to={logs} text="View Logs" variant="primary" />}
      {address !== undefined && address !== logs && (
        <LinkButton to={address} text="Open at the source" variant={logs === undefined ? 'primary' : 'secondary'} />
      )}
      <Button variant="secondary" size="sm" onClick={() => onFilters((now) => around(now, event.timestamp))}>
        Around this moment ±30 min
      </Button>
    </div>
  );
}

function LinkButton({ to, text, variant }: { to: string; text: string; variant: 'primary' | 'secondary' }) {
  return (
    <Button
      component="a"
      href={to}
      target="_blank"
      rel="noopener noreferrer"
      variant={variant}
      size="sm"
      icon={<ExternalLinkAltIcon />}
      iconPosition="end"
    >
      {text}
    </Button>
  );
}
