import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, ExpandableSection, Switch, Title } from '@patternfly/react-core';
import { useState } from 'react';
import type { ConnectorMetadata, EventTypeMetadata, FieldVisibility } from '../api/types';
import { useConnectors, useKey, useRead } from '../app/queries';
import { useMay } from '../app/Caller';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { Logo } from '../common/Logo';
import { PageFrame } from '../common/PageFrame';
import { Failed, Loading, Nothing } from '../common/states';
import { changed } from './visibility';
import { visible } from '../common/foreign';

const PATH = '/api/field-visibility';

/** Which fields of each type of event are shown; takes effect at once, for everybody of the tenant. */
export default function FieldsPage() {
  const { connectors, loaded } = useConnectors();
  const { data, error, refetch } = useRead(PATH);
  if (error !== null && data === undefined)
    return <Failed what="The settings" error={error} retry={() => void refetch()} />;
  if (!loaded || data === undefined) return <Loading what="fields" />;
  return (
    <PageFrame title="Fields" about="What is shown of an event, type by type. Takes effect at once, for everybody.">
      {connectors.length === 0 && (
        <Nothing title="No connector has registered yet">Connectors say which fields their events have.</Nothing>
      )}
      {connectors.map((connector) => (
        <section key={connector.id} aria-label={visible(connector.displayName)} className="pc-narrow">
          <Title headingLevel="h2" size="lg" className="pc-above">
            <Logo connector={connector} size={24} /> {visible(connector.displayName)}
          </Title>
          {Object.entries(connector.eventTypes ?? {}).map(([type, metadata], index) => (
            <TypeFields
              key={type}
              connector={connector}
              type={type}
              metadata={metadata}
              own={data[connector.id]?.[type] ?? {}}
              isFirst={index === 0}
            />
          ))}
        </section>
      ))}
    </PageFrame>
  );
}

interface TypeFieldsProps {
  connector: ConnectorMetadata;
  type: string;
  metadata: EventTypeMetadata;
  own: Record<string, boolean>;
  isFirst: boolean;
}

function TypeFields({ connector, type, metadata, own, isFirst }: TypeFieldsProps) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { fail } = useToasts();
  const [isOpen, setOpen] = useState(isFirst);
  const mayConfigure = useMay('configure');
  const fields = Object.entries(metadata.fields ?? {});
  const change = useMutation({
    mutationFn: (changes: Record<string, boolean | null>) =>
      client.PUT('/api/field-visibility/{connector}/{type}', {
        params: { path: { connector: connector.id, type } },
        body: changes as Record<string, never>,
      }),
    onMutate: (changes) => {
      queries.setQueryData<FieldVisibility>(
        key(PATH, {}),
        (before) => before && changed(before, connector.id, type, changes),
      );
    },
    onError: (error) => fail('It was not changed', error),
    onSettled: () => queries.invalidateQueries({ queryKey: key(PATH) }),
  });
  const isShown = (field: string) => own[field] ?? metadata.fields?.[field]?.defaultVisibility ?? true;
  const shownCount = fields.filter(([field]) => isShown(field)).length;
  const differs = Object.keys(own).length > 0;
  if (fields.length === 0) return null;
  return (
    <ExpandableSection
      toggleText={visible(`${metadata.displayName}: ${shownCount} of ${fields.length} shown`)}
      isExpanded={isOpen}
      onToggle={(_, open) => setOpen(open)}
      isIndented
    >
      <ul className="pc-switches" aria-label={visible(`Fields of ${metadata.displayName}`)}>
        {fields.map(([field, { fieldLabel }]) => (
          <li key={field}>
            <Switch
              id={`${connector.id}-${type}-${field}`}
              label={visible(fieldLabel)}
              isChecked={isShown(field)}
              isDisabled={!mayConfigure}
              onChange={(_, on) => change.mutate({ [field]: on })}
            />
          </li>
        ))}
      </ul>
      <Button
        variant="link"
        isInline
        isDisabled={!differs || !mayConfigure}
        onClick={() => change.mutate(Object.fromEntries(Object.keys(own).map((field) => [field, null])))}
      >
        Back to the defaults
      </Button>
    </ExpandableSection>
  );
}
