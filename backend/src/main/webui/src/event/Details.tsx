import { lazy, Suspense } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { EventTypeMetadata, EventView } from '../api/types';
import { useRead } from '../app/queries';
import { Time } from '../common/Time';
import { duration, isAhead, secondsBetween } from '../common/time';
import { useNow } from '../common/useNow';
import { ForeignText } from '../common/ForeignText';
import { Guard } from '../common/Guard';
import { PlainText } from '../common/PlainText';
import { EventAuthor } from '../people/EventAuthor';
import { usePeople } from '../people/usePeople';
import { fieldsOf } from './fields';
import { dataOf } from './parts';
import { Value } from './Value';

/** More of them are read as JSON. */
const MOST_FIELDS = 100;

const Markdown = lazy(() => import('./Markdown'));

export function Details({ event, metadata }: { event: EventView; metadata: EventTypeMetadata | undefined }) {
  const visibility = useRead('/api/field-visibility');
  const now = useNow();
  const people = usePeople(event.author === null ? [] : [event.id]);
  const fields = fieldsOf(event, metadata, visibility.data);
  const lasted =
    event.endTimestamp === null ? undefined : duration(secondsBetween(event.timestamp, event.endTimestamp));
  return (
    <>
      <DescriptionList
        isCompact
        isHorizontal
        columnModifier={{ default: '1Col' }}
        horizontalTermWidthModifier={{ default: '12ch' }}
        className="pc-above pc-wrap"
      >
        <Entry label="When">
          <Time at={event.timestamp} />{' '}
          <span className="pc-quiet">
            (<Time at={event.timestamp} show="relative" />
            {isAhead(event.timestamp, now) && ', ahead of now: the sender’s clock may be wrong'})
          </span>
        </Entry>
        {event.endTimestamp !== null && (
          <Entry label="Until">
            <Time at={event.endTimestamp} /> {lasted !== undefined && <span className="pc-quiet">({lasted})</span>}
          </Entry>
        )}
        <Entry label="Project">
          <ForeignText text={event.project} />
        </Entry>
        <Entry label="Author">
          {event.author === null ? (
            <Absent why="the source names nobody" />
          ) : (
            <EventAuthor author={event.author} person={people.get(event.id)} isLong />
          )}
        </Entry>
        {event.integrationName !== null && (
          <Entry label="Integration">
            <ForeignText text={event.integrationName} />
          </Entry>
        )}
        {fields.slice(0, MOST_FIELDS).map(({ key, label, value, absence }) => (
          <Entry key={key} label={label}>
            {absence === undefined ? <Value name={key} value={value} /> : <Absent why={absence} />}
          </Entry>
        ))}
      </DescriptionList>
      {fields.length > MOST_FIELDS && (
        <p className="pc-quiet">{fields.length - MOST_FIELDS} more fields are under JSON.</p>
      )}
      {dataOf(event).truncated === true && (
        <p className="pc-quiet">The source had more than is kept; long lists and texts are shortened.</p>
      )}
      {event.description !== null && event.description.trim() !== '' && (
        <section aria-label="Description" className="pc-above">
          <Guard key={event.description} fallback={<PlainText text={event.description} />}>
            <Suspense fallback={<p className="pc-quiet">Loading the description</p>}>
              <Markdown text={event.description} />
            </Suspense>
          </Guard>
        </section>
      )}
    </>
  );
}

function Entry({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>
        <ForeignText text={label} />
      </DescriptionListTerm>
      <DescriptionListDescription>
        <Guard>{children}</Guard>
      </DescriptionListDescription>
    </DescriptionListGroup>
  );
}

function Absent({ why }: { why: string }) {
  return (
    <span className="pc-quiet">
      N/A <span className="pc-why">– {why}</span>
    </span>
  );
}
