import { useState } from 'react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { answer, ifMatch } from '../api/client';
import type { ConnectorMetadata, Integration, TrackedRepository } from '../api/types';
import { useMay } from '../app/Caller';
import { useConnectors, useKey, useRead } from '../app/queries';
import { useAddress, useClient } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { ForeignText } from '../common/ForeignText';
import { PageFrame } from '../common/PageFrame';
import { Failed, Loading } from '../common/states';
import { fieldsOf } from '../integrations/schemaForm';
import { useIntegrationActions } from '../integrations/useIntegrationActions';
import { Names } from './filters';
import { FollowedTable } from './FollowedTable';
import { RepositoryChooser } from './RepositoryChooser';

export default function RepositoriesPage() {
  const { id = '' } = useParams();
  const { connectors } = useConnectors();
  const integration = useRead('/api/integrations/{id}', { path: { id } });
  const tracked = useRead('/api/integrations/{id}/tracked', { path: { id }, refetch: 30_000 });
  const address = useAddress();
  const error = integration.error ?? tracked.error;
  const connector = connectors.find((it) => it.id === integration.data?.type);

  if ((integration.data === undefined || tracked.data === undefined) && error !== null)
    return <Failed what="The repositories" error={error} retry={() => void tracked.refetch()} />;
  if (integration.data === undefined || tracked.data === undefined || connector === undefined)
    return <Loading what="repositories" />;
  return (
    <PageFrame
      title={fieldOf(connector)?.label ?? 'Repositories'}
      about={
        <>
          of{' '}
          <Link to={address(`/integrations/${id}`)}>
            <ForeignText text={integration.data.name} />
          </Link>
        </>
      }
    >
      <Choosing
        key={integration.data.version}
        connector={connector}
        integration={integration.data}
        tracked={tracked.data}
      />
    </PageFrame>
  );
}

const fieldOf = (connector: ConnectorMetadata) => fieldsOf(connector).find((it) => it.discoverable);

interface ChoosingProps {
  connector: ConnectorMetadata;
  integration: Integration;
  tracked: TrackedRepository[];
}

function Choosing({ connector, integration, tracked }: ChoosingProps) {
  const client = useClient();
  const key = useKey();
  const queries = useQueryClient();
  const { say, fail } = useToasts();
  const { refresh } = useIntegrationActions();
  const mayConfigure = useMay('configure');
  const followed = new Names(tracked.filter((it) => it.active).map((it) => it.name));
  const [chosen, setChosen] = useState<Names | null>(null);
  const field = fieldOf(connector);
  const listed = field === undefined ? undefined : integration.config?.[field.key];
  const isChosenByConnector = listed == null || (Array.isArray(listed) && listed.length === 0) || listed === '';
  const wanted = chosen ?? followed;
  const again = async () => {
    await queries.invalidateQueries({ queryKey: key(`/api/integrations/${integration.id}/tracked`) });
    await refresh(integration.id);
  };
  const params = { path: { id: integration.id }, header: ifMatch(integration.version) };
  const save = useMutation({
    mutationFn: () =>
      answer(client.PUT('/api/integrations/{id}/repositories', { params, body: { repositories: wanted.all } })),
    onSuccess: async () => {
      say(`${wanted.size} are followed; it takes effect with the next sync`);
      await again();
    },
    onError: (failure) => fail('The choice was not saved', failure),
  });
  const stop = useMutation({
    mutationFn: ({ name }: TrackedRepository) =>
      answer(
        client.DELETE('/api/integrations/{id}/repositories/{name}', {
          params: { path: { id: integration.id, name }, header: ifMatch(integration.version) },
        }),
      ),
    onSuccess: async (_, { name }) => {
      say(`${name} is followed no more; its events stay`);
      await again();
    },
    onError: (failure) => fail('It is still followed', failure),
  });
  return (
    <>
      {isChosenByConnector && (
        <Alert
          variant="info"
          isInline
          isPlain
          component="h2"
          title="None is chosen, so its connector follows the most recently active ones that it can see."
        />
      )}
      <FollowedTable
        repositories={tracked}
        mayConfigure={mayConfigure && !isChosenByConnector}
        onStop={(it) => stop.mutate(it)}
      />
      {mayConfigure && field !== undefined && (
        <RepositoryChooser
          integration={integration}
          chosen={wanted}
          followed={isChosenByConnector ? new Names([]) : followed}
          isSaving={save.isPending}
          onChosen={setChosen}
          onSave={() => save.mutate()}
        />
      )}
    </>
  );
}
