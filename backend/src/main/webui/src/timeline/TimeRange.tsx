import { useState } from 'react';
import { Button, ToggleGroup, ToggleGroupItem } from '@patternfly/react-core';
import { CalendarAltIcon } from '@patternfly/react-icons/dist/esm/icons/calendar-alt-icon';
import { inFull, inUtc } from '../common/time';
import { RANGES, type ChangeFilters, type Filters, type Range } from './filters';
import { TimeRangeDialog } from './TimeRangeDialog';

export function TimeRange({ filters, onFilters }: { filters: Filters; onFilters: ChangeFilters }) {
  const [isOpen, setOpen] = useState(false);
  const absolute = filters.range === null;
  const text = absolute
    ? `${filters.from === null ? '…' : inFull(filters.from)} – ${filters.to === null ? 'now' : inFull(filters.to)}`
    : 'Other time';
  const utc = absolute
    ? `${filters.from === null ? '…' : inUtc(filters.from)} – ${filters.to === null ? 'now' : inUtc(filters.to)}`
    : undefined;
  return (
    <div className="pc-range">
      <ToggleGroup aria-label="Time range" isCompact>
        {(Object.entries(RANGES) as [Range, string][]).map(([range, label]) => (
          <ToggleGroupItem
            key={range}
            text={range === 'all' ? label : range}
            aria-label={label}
            buttonId={`range-${range}`}
            isSelected={filters.range === range}
            onChange={() => onFilters((now) => ({ ...now, range, from: null, to: null }))}
          />
        ))}
      </ToggleGroup>
      <Button
        variant={absolute ? 'secondary' : 'plain'}
        size="sm"
        icon={<CalendarAltIcon />}
        title={utc ?? 'From, to, or around a moment'}
        aria-label={absolute ? `Time: ${text}` : 'Other time'}
        onClick={() => setOpen(true)}
      >
        {absolute ? text : null}
      </Button>
      {isOpen && <TimeRangeDialog filters={filters} onFilters={onFilters} onClose={() => setOpen(false)} />}
    </div>
  );
}
