import { memo } from 'react';
import { Label } from '@patternfly/react-core';
import type { ConnectorMetadata, EventView } from '../api/types';
import { connectorName, typeName } from '../app/queries';
import { Logo } from '../common/Logo';
import { appearance } from '../common/status';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';

interface EventRowProps {
  event: EventView;
  connectors: ConnectorMetadata[];
  isOpen: boolean;
  isCurrent: boolean;
  onOpen: (id: string) => void;
}

const TAGS_SHOWN = 3;

export const EventRow = memo(function EventRow({ event, connectors, isOpen, isCurrent, onOpen }: EventRowProps) {
  const connector = connectors.find((it) => it.id === event.connector);
  const { tone } = appearance(event.status);
  const more = event.tags.length - TAGS_SHOWN;
  return (
    <button
      type="button"
      id={`event-${event.id}`}
      className={`pc-event pc-tone-${tone}${isCurrent ? ' pc-current' : ''}`}
      aria-current={isOpen ? 'true' : undefined}
      onClick={() => onOpen(event.id)}
    >
      <span className="pc-event-time">
        <Time at={event.timestamp} show="clock" />
      </span>
      <span className="pc-event-kind" title={connectorName(connectors, event.connector)}>
        <Logo connector={connector} /> <span>{typeName(connectors, event.connector, event.type)}</span>
      </span>
      <span className="pc-event-title">{event.title}</span>
      <span className="pc-event-project">{event.project}</span>
      <span className="pc-event-author">{event.author ?? ''}</span>
      <span className="pc-event-tags">
        {event.tags.slice(0, TAGS_SHOWN).map((tag) => (
          <Label key={tag} isCompact variant="outline">
            {tag}
          </Label>
        ))}
        {more > 0 && <span className="pc-quiet">+{more}</span>}
      </span>
      <span className="pc-event-status">{event.status !== null && <StatusLabel status={event.status} />}</span>
    </button>
  );
});
