import { Label } from '@patternfly/react-core';
import type { Integration } from '../api/types';
import { inFull } from '../common/time';
import { isLow, scarcest } from './warnings';
import { visible } from '../common/foreign';

/** How much of the provider's quota is left, of what is scarcest. */
export function QuotaNote({ integration }: { integration: Pick<Integration, 'rateLimit'> }) {
  const quota = scarcest(integration.rateLimit);
  if (quota === undefined) return <>–</>;
  const text = `${Math.round(quota.share * 100)} % left`;
  const left = `${quota.remaining.toLocaleString('en')} of ${quota.limit.toLocaleString('en')}`;
  const again = quota.resetAt === null ? '' : `, full again at ${inFull(quota.resetAt)}`;
  const title = visible(`${quota.resource}: ${left}${again}`);
  return isLow(quota) ? (
    <Label isCompact color="orange" title={title}>
      {text}
    </Label>
  ) : (
    <span title={title}>{text}</span>
  );
}
