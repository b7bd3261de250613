import {
  DrawerActions,
  DrawerCloseButton,
  DrawerHead,
  DrawerPanelBody,
  Label,
  LabelGroup,
  Tab,
  Tabs,
  TabTitleText,
  Title,
} from '@patternfly/react-core';
import { useState } from 'react';
import type { EventView } from '../api/types';
import { Problem } from '../api/problem';
import { connectorName, typeName, useConnectors, useRead } from '../app/queries';
import { Failed, Loading } from '../common/states';
import { Logo } from '../common/Logo';
import { StatusLabel } from '../common/StatusLabel';
import type { ChangeFilters } from '../timeline/filters';
import { Details } from './Details';
import { EventActions } from './EventActions';
import { tagsOf } from './parts';
import { RawJson } from './RawJson';
import { Related } from './Related';
import { Revisions } from './Revisions';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';
import { Guard } from '../common/Guard';

interface EventDrawerProps {
  id: string;
  onFilters: ChangeFilters;
  onOpen: (id: string) => void;
  onClose: () => void;
}

export default function EventDrawer({ id, onFilters, onOpen, onClose }: EventDrawerProps) {
  const { data: event, error, refetch } = useRead('/api/events/{id}', { path: { id } });
  const close = (
    <DrawerActions>
      <DrawerCloseButton onClick={onClose} aria-label="Close the event" />
    </DrawerActions>
  );
  if (event !== undefined) {
    return (
      <Guard key={id} fallback={<Broken close={close} />}>
        <Opened event={event} onFilters={onFilters} onOpen={onOpen} close={close} />
      </Guard>
    );
  }
  return (
    <>
      <DrawerHead>{close}</DrawerHead>
      <DrawerPanelBody>
        {error === null ? (
          <Loading what="the event" />
        ) : error instanceof Problem && error.status === 404 ? (
          <Failed
            what="The event"
            error={new Error('There is no such event here; it may have been deleted, or belong to another tenant.')}
          />
        ) : (
          <Failed what="The event" error={error} retry={() => void refetch()} />
        )}
      </DrawerPanelBody>
    </>
  );
}

function Broken({ close }: { close: React.ReactNode }) {
  return (
    <>
      <DrawerHead>{close}</DrawerHead>
      <DrawerPanelBody>
        <Failed what="The event" error={new Error('It cannot be shown. Its data is at /api/events, by its id.')} />
      </DrawerPanelBody>
    </>
  );
}

type OpenedProps = Omit<EventDrawerProps, 'id' | 'onClose'> & { event: EventView; close: React.ReactNode };

function Opened({ event, onFilters, onOpen, close }: OpenedProps) {
  const { connectors } = useConnectors();
  const [tab, setTab] = useState<string | number>('details');
  const connector = connectors.find((it) => it.id === event.connector);
  return (
    <>
      <DrawerHead>
        <div className="pc-row pc-quiet">
          <span>
            <Logo connector={connector} /> {connectorName(connectors, event.connector)} ·{' '}
            {typeName(connectors, event.connector, event.type)}
          </span>
          {event.status !== null && <StatusLabel status={event.status} />}
        </div>
        <Title headingLevel="h2" size="lg" className="pc-wrap" id="event-title">
          <ForeignText text={event.title} />
        </Title>
        {close}
      </DrawerHead>
      <DrawerPanelBody>
        <EventActions event={event} metadata={connector?.eventTypes?.[event.type]} onFilters={onFilters} />
        {tagsOf(event).length > 0 && (
          <LabelGroup categoryName="Tags" numLabels={8} className="pc-above">
            {tagsOf(event).map((tag) => (
              <Label key={tag} variant="outline" isCompact>
                {visible(tag)}
              </Label>
            ))}
          </LabelGroup>
        )}
        <Guard key={event.id}>
          <Related event={event} onOpen={onOpen} onFilters={onFilters} />
        </Guard>
        <Tabs activeKey={tab} onSelect={(_, key) => setTab(key)} mountOnEnter unmountOnExit aria-label="Of the event">
          <Tab eventKey="details" title={<TabTitleText>Details</TabTitleText>}>
            <Details event={event} metadata={connector?.eventTypes?.[event.type] ?? undefined} />
          </Tab>
          <Tab
            eventKey="history"
            title={<TabTitleText>History{event.revision > 1 ? ` (${event.revision - 1})` : ''}</TabTitleText>}
          >
            <Guard>
              <Revisions event={event} />
            </Guard>
          </Tab>
          <Tab eventKey="raw" title={<TabTitleText>JSON</TabTitleText>}>
            <RawJson value={event} />
          </Tab>
        </Tabs>
      </DrawerPanelBody>
    </>
  );
}
