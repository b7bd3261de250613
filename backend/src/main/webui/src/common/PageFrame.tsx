import type { ReactNode } from 'react';
import { PageSection, Title } from '@patternfly/react-core';
import { visible } from './foreign';

interface PageFrameProps {
  title: string;
  about?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

export function PageFrame({ title, about, actions, children }: PageFrameProps) {
  return (
    <PageSection isFilled hasOverflowScroll aria-label={visible(title)}>
      <div className="pc-row pc-page-head">
        <div className="pc-grow">
          <Title headingLevel="h1">{visible(title)}</Title>
          {about !== undefined && <p className="pc-quiet">{typeof about === 'string' ? visible(about) : about}</p>}
        </div>
        {actions}
      </div>
      {children}
    </PageSection>
  );
}
