import type { ReactNode } from 'react';
import { Alert, ClipboardCopy } from '@patternfly/react-core';

interface ShownOnceProps {
  /** What it is, for who cannot see it. */
  name: string;
  secret: string;
  children: ReactNode;
}

/** A secret that nobody can show again, to be copied. */
export function ShownOnce({ name, secret, children }: ShownOnceProps) {
  return (
    <>
      <Alert component="h2" variant="warning" isInline title="It is shown this once">
        {children}
      </Alert>
      <ClipboardCopy isReadOnly className="pc-above pc-key" hoverTip="Copy" clickTip="Copied" textAriaLabel={name}>
        {secret}
      </ClipboardCopy>
    </>
  );
}
