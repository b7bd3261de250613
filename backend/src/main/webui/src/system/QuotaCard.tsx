import { Progress } from '@patternfly/react-core';
import type { Integration } from '../api/types';
import { useRead } from '../app/queries';
import { Time } from '../common/Time';
import { Section } from './Section';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

const LOW = 0.2;

/** What the providers still allow, integration by integration. */
export function QuotaCard() {
  const read = useRead<Integration[]>('/api/integrations', { query: { limit: '500' }, refetch: 30_000 });
  const known = (read.data ?? []).filter((it) => Object.keys(it.rateLimit ?? {}).length > 0);
  return (
    <Section title="Rate limits" read={read}>
      {known.length === 0 && <p>No provider has told of a limit yet.</p>}
      {known.map((integration) => (
        <section key={integration.id} aria-label={visible(integration.name)} className="pc-quota">
          <h3 className="pc-strong">
            <ForeignText text={integration.name} />
          </h3>
          {Object.entries(integration.rateLimit ?? {}).map(([resource, it]) => (
            <div key={resource}>
              <Progress
                size="sm"
                title={visible(resource)}
                value={it.limit > 0 ? Math.round((it.remaining / it.limit) * 100) : 0}
                label={`${it.remaining.toLocaleString('en')} of ${it.limit.toLocaleString('en')} left`}
                valueText={`${it.remaining} of ${it.limit} left`}
                variant={it.limit > 0 && it.remaining / it.limit < LOW ? 'warning' : undefined}
              />
              {it.resetAt !== null && (
                <p className="pc-quiet">
                  full again <Time at={it.resetAt} show="relative" />
                </p>
              )}
            </div>
          ))}
        </section>
      ))}
    </Section>
  );
}
