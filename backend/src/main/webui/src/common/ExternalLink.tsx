import type { ReactNode } from 'react';
import { ExternalLinkAltIcon } from '@patternfly/react-icons/dist/esm/icons/external-link-alt-icon';
import { webAddress } from './links';

/** Leads out of PainChain; plain text where the address is none of the web. */
export function ExternalLink({ to, children }: { to: string | null | undefined; children: ReactNode }) {
  const address = webAddress(to);
  if (address === undefined) return <>{children}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {children} <ExternalLinkAltIcon className="pc-external" aria-label="(opens in a new tab)" />
    </a>
  );
}
