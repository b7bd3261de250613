import type { ReactNode } from 'react';
import { Card, CardBody, CardTitle, Skeleton } from '@patternfly/react-core';
import { sentence } from '../api/problem';

interface SectionProps {
  title: string;
  /** What is read for it. */
  read: { data: unknown; error: unknown };
  children: ReactNode;
}

export function Section({ title, read, children }: SectionProps) {
  return (
    <Card isCompact>
      <CardTitle component="h2">{title}</CardTitle>
      <CardBody>
        {read.data !== undefined ? (
          children
        ) : read.error != null ? (
          <span role="alert">{sentence(read.error)}</span>
        ) : (
          <Skeleton height="4rem" screenreaderText={`Loading: ${title}`} />
        )}
      </CardBody>
    </Card>
  );
}

export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className="pc-pairs">
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
