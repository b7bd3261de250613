import type { SystemView } from '../api/types';
import { useRead } from '../app/queries';
import { Time } from '../common/Time';
import { Facts, Section } from './Section';

export function AboutCard() {
  const read = useRead('/api/system', { refetch: 30_000 });
  const system = read.data;
  return (
    <Section title="PainChain" read={read}>
      {system !== undefined && (
        <Facts
          facts={[
            ['Version', system.version],
            ['Running since', <Time key="started" at={system.startedAt} />],
            ['Java', system.java],
            ['Database', databaseOf(system)],
            ['Events', countOf(system)],
            ...indexingOf(system),
            ...rotationOf(system),
          ]}
        />
      )}
      <p className="pc-above">
        <a href="/q/swagger-ui/">API</a> · <a href="/q/metrics">Metrics</a>
      </p>
    </Section>
  );
}

function countOf({ events }: SystemView): string {
  return events === null ? '–' : `${events.total.toLocaleString('en')}${events.totalExact ? '' : '+'}`;
}

function indexingOf({ indexing }: SystemView): [string, string][] {
  return indexing === null
    ? []
    : [['Search index', `${indexing.copied.toLocaleString('en')} of ${indexing.all.toLocaleString('en')} events`]];
}

function databaseOf({ database: { version, embedded, status } }: SystemView): string {
  return `PostgreSQL ${version ?? ''}${embedded ? ', embedded' : ''} (${status.toLowerCase()})`;
}

function rotationOf({ rotation }: SystemView): [string, string][] {
  return rotation === null
    ? []
    : [['Secrets re-encrypted', `${rotation.renewed.toLocaleString('en')} of ${rotation.all.toLocaleString('en')}`]];
}
