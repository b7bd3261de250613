import { useState } from 'react';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from '@patternfly/react-core';
import { useNavigate } from 'react-router';
import { answer } from '../api/client';
import type { ConnectorMetadata, Integration } from '../api/types';
import { useMay } from '../app/Caller';
import { useRead } from '../app/queries';
import { useAddress, useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ConfirmDialog } from '../common/ConfirmDialog';
import { visible } from '../common/foreign';
import { Time } from '../common/Time';
import { useIntegrationActions } from '../integrations/useIntegrationActions';

interface CredentialNoteProps {
  integration: Integration;
  connector: ConnectorMetadata;
}

/** What the provider granted, where the integration was connected by agreeing there, and how that ends. */
export function CredentialNote({ integration, connector }: CredentialNoteProps) {
  const isAsked = useMay('configure') && (connector.connect ?? []).length > 0;
  const { data } = useRead('/api/integrations/{id}/credential', { path: { id: integration.id }, enabled: isAsked });
  const [ending, setEnding] = useState(false);
  const client = useClient();
  const navigate = useNavigate();
  const address = useAddress();
  const { say, fail } = useToasts();
  const { refresh } = useIntegrationActions();
  const provider = visible(connector.displayName);
  const disconnect = useMutation({
    mutationFn: () =>
      answer(client.DELETE('/api/integrations/{id}/credential', { params: { path: { id: integration.id } } })),
    onSuccess: async (ended) => {
      await refresh();
      say(ended.message);
      void navigate(address('/integrations'));
    },
    onError: (error) => {
      setEnding(false);
      fail('It is still connected', error);
    },
  });

  if (data === undefined) return null;
  const trouble = data.refreshError !== null && data.refreshError !== undefined;
  return (
    <Alert
      component="h2"
      className="pc-below"
      variant={trouble ? 'danger' : 'info'}
      isInline
      title={visible(`Connected to ${connector.displayName} as ${data.account ?? 'an account'}`)}
      actionLinks={
        <Button variant="link" isInline onClick={() => setEnding(true)}>
          Disconnect…
        </Button>
      }
    >
      {trouble && <p>{visible(`Its token is not refreshed any more: ${data.refreshError ?? ''}. Connect again.`)}</p>}
      <p>
        Since <Time at={data.connectedAt} />
        {data.connectedBy !== null && data.connectedBy !== undefined && visible(` by ${data.connectedBy}`)}
        {data.scopes.length > 0 && visible(`; ${data.scopes.join(', ')}`)}
      </p>
      {ending && (
        <ConfirmDialog
          title={visible(`Disconnect “${integration.name}”?`)}
          act="Disconnect"
          isPending={disconnect.isPending}
          onAct={() => disconnect.mutate()}
          onClose={() => setEnding(false)}
        >
          What was granted is taken back at {provider}, and the integration is deleted. Its events stay.
        </ConfirmDialog>
      )}
    </Alert>
  );
}
