import { Label, type LabelProps } from '@patternfly/react-core';
import type { Verdict } from '../api/types';
import { useRead } from '../app/queries';
import { visible } from '../common/foreign';

const COLORS: Record<Verdict, LabelProps['color']> = {
  complete: 'green',
  late: 'yellow',
  gap: 'orange',
  unknown: 'grey',
};

/** A gap's sentence says from when to when and why: too long for a label. */
const SHORT: Partial<Record<Verdict, string>> = { gap: 'gap', unknown: 'not known yet' };

/** Whether the last day was collected whole. */
export function CoverageLabel({ id }: { id: string }) {
  const { data } = useRead('/api/integrations/{id}/coverage', { path: { id }, refetch: 30_000 });
  if (data === undefined) return <span className="pc-quiet">–</span>;
  return (
    <Label isCompact color={COLORS[data.verdict]} title={visible(`The last 24 hours: ${data.sentence}`)}>
      {visible(SHORT[data.verdict] ?? data.sentence)}
    </Label>
  );
}
