import type { ReactNode } from 'react';
import { PageSection, Title } from '@patternfly/react-core';

interface PageFrameProps {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function PageFrame({ title, about, actions, children }: PageFrameProps) {
  return (
    <PageSection isFilled hasOverflowScroll aria-label={title}>
      <div className="pc-row pc-page-head">
        <div className="pc-grow">
          <Title headingLevel="h1">{title}</Title>
          {about !== undefined && <p className="pc-quiet">{about}</p>}
        </div>
        {actions}
      </div>
      {children}
    </PageSection>
  );
}
