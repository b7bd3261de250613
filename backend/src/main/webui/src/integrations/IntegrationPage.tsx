import { useState } from 'react';
import { Button } from '@patternfly/react-core';
import { Link, useNavigate, useParams } from 'react-router';
import { useConnectors, useRead } from '../app/queries';
import { useMay } from '../app/Caller';
import { useAddress } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { PageFrame } from '../common/PageFrame';
import { Failed, Loading } from '../common/states';
import { CredentialNote } from '../connect/CredentialNote';
import { WebhooksSection } from '../webhooks/WebhooksSection';
import { DeleteDialog } from './DeleteDialog';
import { IntegrationForm } from './IntegrationForm';
import { PastSection } from './PastSection';
import { RepositoriesTable } from './RepositoriesTable';
import { fieldsOf } from './schemaForm';
import { useIntegrationActions } from './useIntegrationActions';

export default function IntegrationPage() {
  const { id = '' } = useParams();
  const { connectors } = useConnectors();
  const { data: integration, error, refetch } = useRead('/api/integrations/{id}', { path: { id } });
  const navigate = useNavigate();
  const address = useAddress();
  const { say } = useToasts();
  const mayConfigure = useMay('configure');
  const { remove, refresh } = useIntegrationActions();
  const [deleting, setDeleting] = useState(false);
  const back = () => void navigate(address('/integrations'));
  const connector = connectors.find((it) => it.id === integration?.type);

  if (integration === undefined && error !== null)
    return <Failed what="The integration" error={error} retry={() => void refetch()} />;
  if (integration === undefined || connector === undefined) return <Loading what="the integration" />;
  return (
    <PageFrame
      title={integration.name}
      about={connector.displayName}
      actions={
        mayConfigure && (
          <Button variant="secondary" isDanger onClick={() => setDeleting(true)}>
            Delete…
          </Button>
        )
      }
    >
      <CredentialNote integration={integration} connector={connector} />
      {mayConfigure && (
        <IntegrationForm
          key={integration.version}
          connector={connector}
          integration={integration}
          onCancel={back}
          onSaved={async (saved) => {
            say(`“${saved.name}” is saved; it takes effect with the next sync`);
            await refresh(saved.id);
            back();
          }}
        />
      )}
      <RepositoriesTable integration={integration} />
      {fieldsOf(connector).some((it) => it.discoverable) && (
        <p className="pc-above">
          <Link to={address(`/integrations/${id}/repositories`)}>Choose what it follows</Link>
        </p>
      )}
      {mayConfigure && <PastSection integration={integration} />}
      {mayConfigure && <WebhooksSection connector={connector} integration={integration} />}
      {deleting && (
        <DeleteDialog
          integration={integration}
          isPending={remove.isPending}
          onClose={() => setDeleting(false)}
          onDelete={(withEvents) =>
            remove.mutate(
              { integration, withEvents },
              {
                onSuccess: back,
                onError: () => setDeleting(false),
              },
            )
          }
        />
      )}
    </PageFrame>
  );
}
