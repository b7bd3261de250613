import { memo } from 'react';
import { Label } from '@patternfly/react-core';
import type { ConnectorMetadata, EventPerson, EventView } from '../api/types';
import { connectorName, typeName } from '../app/queries';
import { Logo } from '../common/Logo';
import { appearance } from '../common/status';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { tagsOf } from '../event/parts';
import { EventAuthor } from '../people/EventAuthor';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

interface EventRowProps {
  event: EventView;
  connectors: ConnectorMetadata[];
  isOpen: boolean;
  isCurrent: boolean;
  /** Whether its time is yet to come. */
  isAhead: boolean;
  /** Whose it is, where that is known. */
  person?: EventPerson | undefined;
  onOpen: (id: string) => void;
}

const TAGS_SHOWN = 3;

export const EventRow = memo(function EventRow({
  event,
  connectors,
  isOpen,
  isCurrent,
  isAhead,
  person,
  onOpen,
}: EventRowProps) {
  const connector = connectors.find((it) => it.id === event.connector);
  const tags = tagsOf(event);
  const { tone } = appearance(event.status);
  const more = tags.length - TAGS_SHOWN;
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
      <span className="pc-event-title">
        <span className="pc-event-words">
          <ForeignText text={event.title} />
        </span>
        {tags.slice(0, TAGS_SHOWN).map((tag) => (
          <Label key={tag} isCompact variant="outline">
            {visible(tag)}
          </Label>
        ))}
        {more > 0 && <span className="pc-quiet">+{more}</span>}
      </span>
      <span className="pc-event-project">
        <ForeignText text={event.project} />
      </span>
      <span className="pc-event-author">
        <EventAuthor author={event.author ?? ''} person={person} />
      </span>
      <span className="pc-event-status">
        {isAhead && (
          <Label isCompact color="orange" title="The sender says that this is yet to happen; its clock may be wrong">
            ahead
          </Label>
        )}
        {event.status !== null && <StatusLabel status={event.status} />}
      </span>
    </button>
  );
});
