import { Button } from '@patternfly/react-core';
import { ArrowUpIcon } from '@patternfly/react-icons/dist/esm/icons/arrow-up-icon';
import type { useTimeline } from './useTimeline';
import type { Filters } from './filters';

const STATES = { live: 'Live', connecting: 'Connecting…', off: 'Not live' };

interface SummaryProps {
  filters: Filters;
  timeline: ReturnType<typeof useTimeline>;
  onShowNew: () => void;
}

export function TimelineSummary({ timeline, onShowNew }: SummaryProps) {
  const { total, totalExact, live, waiting, list } = timeline;
  return (
    <div className="pc-summary">
      <span className="pc-quiet" role="status">
        {list.data === undefined
          ? ''
          : `${total.toLocaleString('en')}${totalExact ? '' : '+'} ${total === 1 ? 'event' : 'events'}`}
      </span>
      <span className={`pc-live pc-live-${live}`} title="New events appear by themselves while live">
        {STATES[live]}
      </span>
      {waiting > 0 && (
        <Button
          variant="primary"
          size="sm"
          className="pc-news"
          icon={<ArrowUpIcon />}
          onClick={onShowNew}
          aria-live="polite"
        >
          {waiting} new
        </Button>
      )}
    </div>
  );
}
