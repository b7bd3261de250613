import { Button, Label, Switch } from '@patternfly/react-core';
import { TrashIcon } from '@patternfly/react-icons/dist/esm/icons/trash-icon';
import { Link } from 'react-router';
import type { ConnectorMetadata, Integration } from '../api/types';
import { useMay } from '../app/Caller';
import { useAddress } from '../app/Session';
import { Logo } from '../common/Logo';
import { StatusLabel } from '../common/StatusLabel';
import { Time } from '../common/Time';
import { CoverageLabel } from './CoverageLabel';
import { QuotaNote } from './QuotaNote';
import { SourceNote } from './SourceNote';
import { fieldsOf } from './schemaForm';
import { SyncNow } from './SyncNow';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

interface IntegrationRowProps {
  integration: Integration;
  connector: ConnectorMetadata | undefined;
  onEnable: (enabled: boolean) => void;
  onDelete: () => void;
}

export function IntegrationRow({ integration, connector, onEnable, onDelete }: IntegrationRowProps) {
  const address = useAddress();
  const mayConfigure = useMay('configure');
  return (
    <li className="pc-integration">
      <div className="pc-row">
        <Logo connector={connector} size={22} />
        <span className="pc-grow pc-wrap">
          <Link to={address(`/integrations/${integration.id}`)} className="pc-strong">
            <ForeignText text={integration.name} />
          </Link>{' '}
          <span className="pc-quiet">{visible(connector?.displayName ?? integration.type)}</span>
        </span>
        <Switch
          id={`enabled-${integration.id}`}
          label={integration.enabled ? 'Enabled' : 'Disabled'}
          aria-label={visible(`${integration.name}: enabled`)}
          isChecked={integration.enabled}
          isDisabled={!mayConfigure}
          onChange={(_, enabled) => onEnable(enabled)}
        />
        {mayConfigure && (
          <>
            <SyncNow integration={integration} />
            <Button
              variant="plain"
              icon={<TrashIcon />}
              aria-label={visible(`Delete ${integration.name}`)}
              title="Delete"
              onClick={onDelete}
            />
          </>
        )}
      </div>
      <dl className="pc-facts">
        <Fact label="Status">
          <StatusLabel status={integration.status} />
          {integration.stale && integration.enabled && (
            <Label
              isCompact
              color="orange"
              title="No report for three intervals: the connector is down, or cannot reach the backend"
            >
              no word from the connector
            </Label>
          )}
        </Fact>
        <Fact label="Last sync">
          {integration.lastSync === null ? 'never yet' : <Time at={integration.lastSync} show="relative" />}
        </Fact>
        <Fact label="Last 24 hours">
          <CoverageLabel id={integration.id} />
        </Fact>
        <Fact label="Quota">
          <QuotaNote integration={integration} />
        </Fact>
        <Fact label="Changes">
          <SourceNote integration={integration} />
        </Fact>
        <Fact label="Follows">
          {connector !== undefined && fieldsOf(connector).some((it) => it.discoverable) ? (
            <Link
              to={address(`/integrations/${integration.id}/repositories`)}
              aria-label={visible(`What ${integration.name} follows: ${follows(integration)}`)}
            >
              {follows(integration)}
            </Link>
          ) : (
            follows(integration)
          )}
        </Fact>
      </dl>
      {integration.lastError !== null && integration.enabled && (
        <p className="pc-error pc-wrap">
          <ForeignText text={integration.lastError} />
        </p>
      )}
      {integration.warnings.map((warning) => (
        <p key={warning} className="pc-warning pc-wrap">
          <ForeignText text={warning} />
        </p>
      ))}
      {integration.rejectedEvents > 0 && (
        <p className="pc-quiet">{integration.rejectedEvents} records were set aside as they could not be read.</p>
      )}
    </li>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function follows({ repositories }: Integration): string {
  if (repositories.length === 0) return '–';
  const unreadable = repositories.filter((it) => it.status === 'error').length;
  return unreadable === 0
    ? String(repositories.length)
    : `${repositories.length}, of which ${unreadable} cannot be read`;
}
