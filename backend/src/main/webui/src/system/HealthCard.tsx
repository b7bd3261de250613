import { useQuery } from '@tanstack/react-query';
import { Label } from '@patternfly/react-core';
import { Unreachable } from '../api/problem';
import type { Health } from '../api/types';
import { Facts, Section } from './Section';

const LOOK_MS = 10_000;

/** A backend that is not well says so with 503 and the same body. */
async function readHealth(signal: AbortSignal): Promise<Health> {
  const response = await fetch('/q/health', { signal, headers: { Accept: 'application/json' } }).catch(() => {
    throw new Unreachable();
  });
  return (await response.json()) as Health;
}

export function HealthCard() {
  const read = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => readHealth(signal),
    refetchInterval: LOOK_MS,
  });
  return (
    <Section title="Health" read={read}>
      <Facts
        facts={[
          ['All together', <State key="all" status={read.data?.status} />],
          ...(read.data?.checks ?? []).map(
            (check) => [check.name, <State key={check.name} status={check.status} />] as [string, React.ReactNode],
          ),
        ]}
      />
    </Section>
  );
}

function State({ status }: { status: 'UP' | 'DOWN' | undefined }) {
  return (
    <Label isCompact color={status === 'UP' ? 'green' : 'red'}>
      {status === 'UP' ? 'up' : 'down'}
    </Label>
  );
}
