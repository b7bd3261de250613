import { Label } from '@patternfly/react-core';
import { useRead } from '../app/queries';
import { Time } from '../common/Time';
import { Section } from './Section';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

export function ConnectorsCard() {
  const read = useRead('/api/connectors', { refetch: 15_000 });
  return (
    <Section title="Connectors and workers" read={read}>
      {read.data?.length === 0 && <p>No connector has registered yet.</p>}
      {read.data?.map((connector) => (
        <section key={connector.id} aria-label={visible(connector.displayName)}>
          <h3 className="pc-strong">
            {visible(connector.displayName)}{' '}
            <Label isCompact color={connector.live ? 'green' : 'orange'}>
              {connector.live ? 'running' : 'not running'}
            </Label>
          </h3>
          <ul className="pc-list">
            {connector.workers.map((worker) => (
              <li key={worker.worker} className="pc-wrap">
                <ForeignText text={worker.worker} />{' '}
                <span className="pc-quiet">
                  {worker.live ? 'heard of' : 'gone, last heard of'} <Time at={worker.lastContact} show="relative" />
                </span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Section>
  );
}
