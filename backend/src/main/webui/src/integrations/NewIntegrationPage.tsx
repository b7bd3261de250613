import { useNavigate, useParams } from 'react-router';
import { useConnectors } from '../app/queries';
import { useAddress } from '../app/Session';
import { useToasts } from '../app/Toasts';
import { PageFrame } from '../common/PageFrame';
import { Loading, Nothing } from '../common/states';
import { IntegrationForm } from './IntegrationForm';
import { useIntegrationActions } from './useIntegrationActions';
import { visible } from '../common/foreign';

export default function NewIntegrationPage() {
  const { type } = useParams();
  const { connectors, loaded } = useConnectors();
  const navigate = useNavigate();
  const address = useAddress();
  const { say } = useToasts();
  const { refresh } = useIntegrationActions();
  const connector = connectors.find((it) => it.id === type);
  const back = () => void navigate(address('/integrations'));
  if (!loaded) return <Loading what="the connector" />;
  if (connector === undefined)
    return (
      <Nothing title="No such connector">It may not have registered yet: a connector does so when it starts.</Nothing>
    );
  return (
    <PageFrame title={visible(`Add ${connector.displayName}`)} about={connector.description}>
      <IntegrationForm
        connector={connector}
        onCancel={back}
        onSaved={async (saved) => {
          say(`“${saved.name}” is connected; its first events appear within a minute`);
          await refresh();
          back();
        }}
      />
    </PageFrame>
  );
}
