import type { ReactNode } from 'react';
import { Card, CardBody, CardTitle } from '@patternfly/react-core';
import './access.css';

/** A page for who is not, or not yet, let into the others. */
export function LonePage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="pc-sign-in">
      <Card>
        <CardTitle component="h1">
          <img src="/favicon.svg" alt="" width={28} height={28} /> {title}
        </CardTitle>
        <CardBody>{children}</CardBody>
      </Card>
    </main>
  );
}
