import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import type { DeliveryMetrics } from '../api/types';
import { dayAndMonth } from '../common/time';
import { barsOf, leftOut, type Figure } from './figures';
import { WeekBars } from './WeekBars';

export function FigureCard({ delivery, figure }: { delivery: DeliveryMetrics; figure: Figure }) {
  const value = figure.value(delivery.total);
  const excluded = leftOut(delivery.total[figure.id].excluded);
  const bars = barsOf(delivery, figure);
  return (
    <li>
      <Card isCompact isFullHeight>
        <CardTitle component="h3">{figure.heading}</CardTitle>
        <CardBody>
          <p className="pc-figure">{value === null ? '–' : figure.words(value)}</p>
          <p>{figure.more(delivery.total)}</p>
          <WeekBars title={figure.heading} bars={bars} tick={figure.tick} />
          <p className="pc-quiet">{figure.about}</p>
          {excluded.length > 0 && (
            <details className="pc-figure-more">
              <summary>Left out: {sum(delivery.total[figure.id].excluded)}</summary>
              <ul className="pc-list">
                {excluded.map((reason) => (
                  <li key={reason}>{reason}</li>
                ))}
              </ul>
            </details>
          )}
          <details className="pc-figure-more">
            <summary>As a table</summary>
            <div className="pc-table-holder">
              <table className="pc-table">
                <thead>
                  <tr>
                    <th scope="col">Week of</th>
                    <th scope="col">{figure.heading}</th>
                  </tr>
                </thead>
                <tbody>
                  {bars.map((bar) => (
                    <tr key={bar.start}>
                      <th scope="row">{dayAndMonth(bar.start)}</th>
                      <td>{bar.words}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </details>
        </CardBody>
      </Card>
    </li>
  );
}

const sum = (excluded: readonly { count: number }[]) =>
  excluded.reduce((all, it) => all + it.count, 0).toLocaleString('en');
