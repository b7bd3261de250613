import { useMemo, useState, type FormEvent } from 'react';
import { useMutation } from '@tanstack/react-query';
import {
  ActionGroup,
  Alert,
  Button,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  TextInput,
} from '@patternfly/react-core';
import { answer, ifMatch, patch } from '../api/client';
import type { ConnectorMetadata, Integration } from '../api/types';
import { Problem, sentence } from '../api/problem';
import { useClient } from '../app/Session';
import { visible } from '../common/foreign';
import {
  complaints,
  configOf,
  draftOf,
  emptyDraft,
  needsSecretsAnew,
  patchOf,
  withRequired,
  type Draft,
} from './draft';
import { ItemPicker } from './ItemPicker';
import { discovered } from './discovered';
import { SchemaField } from './SchemaField';
import { fieldsOf, splitWords, type Item } from './schemaForm';
import { TestResult } from './TestResult';

interface IntegrationFormProps {
  connector: ConnectorMetadata;
  /** What is edited; absent for a new one. */
  integration?: Integration;
  onSaved: (saved: Integration) => void | Promise<void>;
  onCancel: () => void;
}

const PER_PAGE = '30';

/** A form made from the connector's own schemas; it knows no connector. */
export function IntegrationForm({ connector, integration, onSaved, onCancel }: IntegrationFormProps) {
  const client = useClient();
  const declared = useMemo(() => fieldsOf(connector), [connector]);
  const [draft, setDraft] = useState<Draft>(() =>
    integration === undefined ? emptyDraft(declared) : draftOf(declared, integration),
  );
  const fields = withRequired(declared, connector.configSchema, draft);
  const [checked, setChecked] = useState(false);
  const [discovering, setDiscovering] = useState<string | null>(null);
  const stored = integration?.config ?? {};
  const found = complaints(fields, draft, integration === undefined);
  if (integration !== undefined && needsSecretsAnew(fields, draft, stored)) {
    fields
      .filter((it) => it.kind === 'secret' && stored[it.key] != null && draft.values[it.key] === '')
      .forEach((it) => (found[it.key] ??= 'The address changes, so this has to be given again.'));
  }
  const config = () => (integration === undefined ? configOf(fields, draft) : patchOf(fields, draft, stored));

  const test = useMutation({
    mutationFn: () => {
      const body = { config: config() };
      if (integration === undefined) {
        return answer(client.POST('/api/integrations/test', { body: { type: connector.id, ...body } }));
      }
      const params = { path: { id: integration.id } };
      return answer(client.POST('/api/integrations/{id}/test', { params, body }));
    },
  });
  const save = useMutation({
    mutationFn: () => {
      const body = { name: draft.name.trim(), tags: splitWords(draft.tags), config: config() };
      if (integration === undefined) {
        return answer(client.POST('/api/integrations', { body: { type: connector.id, ...body } }));
      }
      const params = { path: { id: integration.id }, header: ifMatch(integration.version) };
      return answer(client.PATCH('/api/integrations/{id}', { params, body: patch(body) }));
    },
    onSuccess: (saved) => onSaved(saved),
  });
  const discover = (search: string, page: number, signal: AbortSignal) => {
    if (integration !== undefined) {
      const params = { path: { id: integration.id }, query: { q: search, page: String(page), perPage: PER_PAGE } };
      return discovered(client.GET('/api/integrations/{id}/repositories', { params, signal }));
    }
    const body = { type: connector.id, config: configOf(fields, draft), q: search, page };
    return discovered(client.POST('/api/integrations/repositories', { body, signal }));
  };

  const refusal = save.error instanceof Problem ? save.error : undefined;
  const complaint = (key: string, pointer: string) =>
    (checked ? found[key] : undefined) ??
    refusal?.errors.find((it) => it.pointer === pointer || it.pointer.startsWith(`${pointer}/`))?.detail;
  const change = (next: Draft) => {
    setDraft(next);
    test.reset();
    save.reset();
  };
  const ifRight = (act: () => void) => {
    setChecked(true);
    if (Object.keys(found).length === 0) act();
  };
  const nameComplaint = complaint('name', '/name');

  return (
    <Form
      className="pc-narrow"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        ifRight(() => save.mutate());
      }}
    >
      <FormGroup label="Name" isRequired fieldId="integration-name">
        <TextInput
          id="integration-name"
          isRequired
          maxLength={200}
          value={draft.name}
          validated={nameComplaint === undefined ? 'default' : 'error'}
          onChange={(_, name) => change({ ...draft, name })}
        />
        <FormHelperText>
          <HelperText isLiveRegion>
            {nameComplaint !== undefined && <HelperTextItem variant="error">{visible(nameComplaint)}</HelperTextItem>}
            <HelperTextItem>Stands beside every event that comes from here.</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      {fields.map((field, index) => (
        <SchemaField
          leads={field.toggle !== undefined && fields.findIndex((it) => it.toggle === field.toggle) === index}
          key={field.key}
          field={field}
          draft={draft}
          onDraft={change}
          complaint={complaint(field.key, `/config/${field.key}`)}
          stored={stored[field.key]}
          onDiscover={field.kind === 'items' ? () => setDiscovering(field.key) : undefined}
        />
      ))}
      <FormGroup label="Tags" fieldId="integration-tags">
        <TextInput
          id="integration-tags"
          value={draft.tags}
          placeholder="team-frontend, priority-high"
          onChange={(_, tags) => change({ ...draft, tags })}
        />
        <FormHelperText>
          <HelperText>
            <HelperTextItem>For every event from here, separated by commas. Teams are found by them.</HelperTextItem>
          </HelperText>
        </FormHelperText>
      </FormGroup>
      <div aria-live="polite">
        {test.data !== undefined && <TestResult result={test.data} connector={connector} />}
        {test.error !== null && (
          <Alert variant="danger" isInline title="The connection could not be tested">
            {sentence(test.error)}
          </Alert>
        )}
        {save.error !== null && (
          <Alert variant="danger" isInline title="Not saved">
            {refused(save.error)}
          </Alert>
        )}
      </div>
      <ActionGroup>
        <Button type="submit" isDisabled={save.isPending} isLoading={save.isPending}>
          {integration === undefined ? 'Create' : 'Save'}
        </Button>
        <Button
          variant="secondary"
          isDisabled={test.isPending}
          isLoading={test.isPending}
          onClick={() => ifRight(() => test.mutate())}
        >
          Test Connection
        </Button>
        <Button variant="link" onClick={onCancel}>
          Cancel
        </Button>
      </ActionGroup>
      {discovering !== null && (
        <ItemPicker
          title={fields.find((it) => it.key === discovering)?.label ?? discovering}
          chosen={items(draft, discovering).map((it) => it.name)}
          discover={discover}
          onClose={() => setDiscovering(null)}
          onChosen={(names) => {
            const before = items(draft, discovering);
            change({
              ...draft,
              values: {
                ...draft.values,
                [discovering]: names.map((name) => before.find((it) => it.name === name) ?? { name, tags: [] }),
              },
            });
            setDiscovering(null);
          }}
        />
      )}
    </Form>
  );
}

function items(draft: Draft, key: string): Item[] {
  const value = draft.values[key];
  return Array.isArray(value) ? value : [];
}

function refused(error: unknown): string {
  if (error instanceof Problem && error.status === 412)
    return 'Somebody else has changed it meanwhile. Reload the page, then change it again.';
  return sentence(error);
}
