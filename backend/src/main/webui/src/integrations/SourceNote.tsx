import type { Integration } from '../api/types';
import { visible } from '../common/foreign';
import { inFull } from '../common/time';

/** How changes are found: a webhook that lately agreed with the provider's list slows polling to a verification. */
export function SourceNote({ integration }: { integration: Pick<Integration, 'webhooks'> }) {
  const { webhooks } = integration;
  if (webhooks.length === 0) return <>by polling</>;
  const relied = webhooks.filter((it) => it.vouches);
  if (relied.length === 0)
    return (
      <span title="Its deliveries were not compared lately, or some did not arrive">
        by polling; the webhook is not relied on
      </span>
    );
  const title = relied
    .map((it) => `${it.repository ?? 'all'}: everything sent until ${inFull(it.verifiedAt)} has arrived`)
    .join('\n');
  return <span title={visible(title)}>by webhook, verified every 15 min</span>;
}
