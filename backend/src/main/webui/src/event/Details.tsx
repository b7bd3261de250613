import { lazy, Suspense } from 'react';
import {
  DescriptionList,
  DescriptionListDescription,
  DescriptionListGroup,
  DescriptionListTerm,
} from '@patternfly/react-core';
import type { EventTypeMetadata, EventView, FieldVisibility } from '../api/types';
import { useRead } from '../app/queries';
import { Time } from '../common/Time';
import { duration } from '../common/time';
import { fieldsOf } from './fields';
import { dataOf } from './parts';
import { Value } from './Value';

const Markdown = lazy(() => import('./Markdown'));

export function Details({ event, metadata }: { event: EventView; metadata: EventTypeMetadata | undefined }) {
  const visibility = useRead<FieldVisibility>('/api/field-visibility');
  const fields = fieldsOf(event, metadata, visibility.data);
  const seconds =
    event.endTimestamp === null
      ? null
      : (new Date(event.endTimestamp).getTime() - new Date(event.timestamp).getTime()) / 1000;
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
            (<Time at={event.timestamp} show="relative" />)
          </span>
        </Entry>
        {event.endTimestamp !== null && (
          <Entry label="Until">
            <Time at={event.endTimestamp} />{' '}
            {seconds !== null && <span className="pc-quiet">({duration(seconds)})</span>}
          </Entry>
        )}
        <Entry label="Project">{event.project}</Entry>
        <Entry label="Author">{event.author ?? <Absent why="the source names nobody" />}</Entry>
        {event.integrationName !== null && <Entry label="Integration">{event.integrationName}</Entry>}
        {fields.map(({ key, label, value, absence }) => (
          <Entry key={key} label={label}>
            {absence === undefined ? <Value name={key} value={value} /> : <Absent why={absence} />}
          </Entry>
        ))}
      </DescriptionList>
      {dataOf(event).truncated === true && (
        <p className="pc-quiet">The source had more than is kept; long lists and texts are shortened.</p>
      )}
      {event.description !== null && event.description.trim() !== '' && (
        <section aria-label="Description" className="pc-above">
          <Suspense fallback={<p className="pc-quiet">Loading the description</p>}>
            <Markdown text={event.description} />
          </Suspense>
        </section>
      )}
    </>
  );
}

function Entry({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <DescriptionListGroup>
      <DescriptionListTerm>{label}</DescriptionListTerm>
      <DescriptionListDescription>{children}</DescriptionListDescription>
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
