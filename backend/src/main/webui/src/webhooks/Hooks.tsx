import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, ClipboardCopy, InputGroup, InputGroupItem, TextInput } from '@patternfly/react-core';
import { answer } from '../api/client';
import type { Integration, WebhookConfig } from '../api/types';
import { useKey, useRead } from '../app/queries';
import { useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { Listing, type Column } from '../common/Listing';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';

const CONFIGS = '/api/webhooks/configs';

/** Where the provider sends to and with which secret; each secret is shown once, when it is made. */
export function Hooks({ integration }: { integration: Integration }) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const [created, setCreated] = useState<WebhookConfig | null>(null);
  const [place, setPlace] = useState('');
  const { data, error } = useRead(CONFIGS, { query: { integration_id: integration.id } });
  const refresh = () => queries.invalidateQueries({ queryKey: key(CONFIGS) });
  const create = useMutation({
    mutationFn: () => {
      const repository = place.trim();
      return answer(
        client.POST(CONFIGS, {
          body: { integration_id: integration.id, ...(repository === '' ? {} : { repository_id: repository }) },
        }),
      );
    },
    onSuccess: async (config) => {
      setCreated(config);
      setPlace('');
      await refresh();
    },
    onError: (failure) => fail('The webhook was not created', failure),
  });
  const remove = useMutation({
    mutationFn: (config: WebhookConfig) =>
      client.DELETE('/api/webhooks/configs/{id}', { params: { path: { id: config.id } } }),
    onSuccess: async (_, config) => {
      if (config.id === created?.id) setCreated(null);
      say('The webhook is deleted; what it sent is kept');
      await refresh();
    },
    onError: (failure) => fail('The webhook was not deleted', failure),
  });
  const register = useMutation({
    mutationFn: (config: WebhookConfig) =>
      answer(client.PUT('/api/webhooks/configs/{id}/registration', { params: { path: { id: config.id } } })),
    onSuccess: (told) => (told.ok ? say(told.message) : fail('The provider was not set up', new Error(told.message))),
    onError: (failure) => fail('The provider was not set up', failure),
    onSettled: refresh,
  });
  return (
    <>
      {created !== null && <NewHook config={created} />}
      <HooksTable
        configs={data}
        error={error}
        isApp={integration.config?.appId != null}
        onRegister={(config) => register.mutate(config)}
        onDelete={(config) => remove.mutate(config)}
      />
      <InputGroup className="pc-above">
        <InputGroupItem isFill>
          <TextInput
            aria-label="Repository or organization of the webhook"
            placeholder="Repository or organization; empty: all"
            maxLength={512}
            value={place}
            onChange={(_, it) => setPlace(it)}
          />
        </InputGroupItem>
        <InputGroupItem>
          <Button
            variant="secondary"
            isLoading={create.isPending}
            isDisabled={create.isPending}
            onClick={() => create.mutate()}
          >
            Create a webhook
          </Button>
        </InputGroupItem>
      </InputGroup>
    </>
  );
}

function NewHook({ config }: { config: WebhookConfig }) {
  return (
    <Alert
      variant="info"
      isInline
      title="Enter both at the provider; the secret is shown this once"
      className="pc-above"
    >
      <p>Address</p>
      <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="Address of the webhook">
        {config.webhook_url}
      </ClipboardCopy>
      <p>Secret</p>
      <ClipboardCopy isReadOnly hoverTip="Copy" clickTip="Copied" textAriaLabel="Secret of the webhook">
        {config.secret}
      </ClipboardCopy>
    </Alert>
  );
}

interface HooksTableProps {
  configs: WebhookConfig[] | undefined;
  error: Error | null;
  /** Whether one without a repository is the App's own. */
  isApp: boolean;
  onRegister: (config: WebhookConfig) => void;
  onDelete: (config: WebhookConfig) => void;
}

function HooksTable({ configs, error, isApp, onRegister, onDelete }: HooksTableProps) {
  const columns: Column<WebhookConfig>[] = [
    { title: 'Address', wraps: true, cell: (config) => <ForeignText text={config.webhook_url} /> },
    {
      title: 'Repository',
      cell: (config) => (config.repository_id === null ? 'all' : <ForeignText text={config.repository_id} />),
    },
    { title: 'Secret', cell: (config) => <code>{config.secret}</code> },
    { title: 'State', cell: (config) => <StatusLabel status={config.active ? 'active' : 'inactive'} /> },
    {
      title: 'Last delivery',
      cell: (config) =>
        config.last_delivery_at === null ? '–' : <Time at={config.last_delivery_at} show="relative" />,
    },
    {
      title: 'At the provider',
      wraps: true,
      cell: (config) => config.standing ?? (config.registered_at === null ? 'not set up by PainChain' : 'set up'),
    },
    {
      title: 'Actions',
      isUntitled: true,
      cell: (config) => (
        <span className="pc-row">
          {(config.repository_id !== null || isApp) && (
            <Button variant="link" isInline onClick={() => onRegister(config)}>
              Set up
            </Button>
          )}
          <Button variant="link" isInline isDanger onClick={() => onDelete(config)}>
            Delete
          </Button>
        </span>
      ),
    },
  ];
  return (
    <Listing
      label="Addresses"
      nothing="None yet: changes are found by polling."
      rows={configs}
      error={error}
      columns={columns}
    />
  );
}
