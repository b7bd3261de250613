import { Progress } from '@patternfly/react-core';
import { useRead } from '../app/queries';
import { isLow, quotasOf } from '../integrations/warnings';
import { Time } from '../common/Time';
import { Section } from './Section';
import { ForeignText } from '../common/ForeignText';
import { visible } from '../common/foreign';

/** What the providers still allow, integration by integration. */
export function QuotaCard() {
  const read = useRead('/api/integrations', { query: { limit: '500' }, refetch: 30_000 });
  const known = (read.data ?? []).filter((it) => Object.keys(it.rateLimit ?? {}).length > 0);
  return (
    <Section title="Rate limits" read={read}>
      {known.length === 0 && <p>No provider has told of a limit yet.</p>}
      {known.map((integration) => (
        <section key={integration.id} aria-label={visible(integration.name)} className="pc-quota">
          <h3 className="pc-strong">
            <ForeignText text={integration.name} />
          </h3>
          {quotasOf(integration.rateLimit).map((it) => (
            <div key={it.resource}>
              <Progress
                size="sm"
                title={visible(it.resource)}
                value={Math.round(it.share * 100)}
                label={`${it.remaining.toLocaleString('en')} of ${it.limit.toLocaleString('en')} left`}
                valueText={`${it.remaining} of ${it.limit} left`}
                variant={it.limit > 0 && isLow(it) ? 'warning' : undefined}
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
