import { useState } from 'react';
import { AxisBottom, AxisLeft } from '@visx/axis';
import { scaleBand, scaleLinear } from '@visx/scale';
import { dayAndMonth } from '../common/time';
import { useWidth } from '../common/useWidth';
import type { Bar } from './figures';

const HEIGHT = 120;
const MARGIN = { top: 8, right: 16, bottom: 22, left: 56 };

interface WeekBarsProps {
  title: string;
  bars: readonly Bar[];
  tick: (value: number) => string;
}

/** A bar a week; a week without a value has a mark at the bottom, which no bar has. */
export function WeekBars({ title, bars, tick }: WeekBarsProps) {
  const [holder, width] = useWidth();
  const [hovered, setHovered] = useState<number | null>(null);
  const inner = Math.max(10, width - MARGIN.left - MARGIN.right);
  const bottom = HEIGHT - MARGIN.bottom;
  const x = scaleBand({
    domain: bars.map((bar) => bar.start),
    range: [MARGIN.left, MARGIN.left + inner],
    padding: 0.25,
  });
  const y = scaleLinear({
    domain: [0, Math.max(...bars.map((bar) => bar.value ?? 0)) || 1],
    range: [bottom, MARGIN.top],
    nice: 2,
  });
  const told = hovered === null ? undefined : bars[hovered];
  const most = Math.max(1, Math.floor(inner / 60));
  const every = Math.ceil(bars.length / most);
  return (
    <div ref={holder} className="pc-weeks">
      <svg
        width={width}
        height={HEIGHT}
        role="img"
        aria-label={`${title}, by week`}
        onPointerLeave={() => setHovered(null)}
      >
        <AxisLeft
          scale={y}
          left={MARGIN.left}
          numTicks={2}
          hideAxisLine
          hideTicks
          tickFormat={(value) => tick(Number(value))}
          tickClassName="pc-tick"
        />
        {bars.map((bar, index) => (
          <g key={bar.start} onPointerEnter={() => setHovered(index)}>
            <rect
              x={x(bar.start)}
              y={MARGIN.top}
              width={x.bandwidth()}
              height={bottom - MARGIN.top}
              className="pc-week-back"
            />
            {bar.value === null ? (
              <line
                x1={x(bar.start)}
                x2={(x(bar.start) ?? 0) + x.bandwidth()}
                y1={bottom - 1}
                y2={bottom - 1}
                className="pc-week-none"
              />
            ) : (
              <rect
                x={x(bar.start)}
                y={y(bar.value)}
                width={x.bandwidth()}
                height={Math.max(1, bottom - y(bar.value))}
                className="pc-series-0"
              />
            )}
          </g>
        ))}
        <AxisBottom
          scale={x}
          top={bottom}
          tickValues={bars.filter((_, index) => index % every === 0).map((bar) => bar.start)}
          tickFormat={(start) => dayAndMonth(start)}
          tickClassName="pc-tick"
          axisLineClassName="pc-axis"
          hideTicks
        />
      </svg>
      <p className="pc-told pc-quiet">
        {told === undefined ? '' : `Week of ${dayAndMonth(told.start)}: ${told.words}`}
      </p>
    </div>
  );
}
