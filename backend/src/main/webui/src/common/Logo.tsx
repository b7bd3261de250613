import type { ConnectorMetadata } from '../api/types';

/** A connector's logo, only ever as an image: what is in it cannot run. */
export function Logo({ connector, size = 18 }: { connector: ConnectorMetadata | undefined; size?: number }) {
  const logo = connector?.logo;
  if (logo == null || !/^data:image\/(png|svg\+xml)[;,]/.test(logo))
    return <span className="pc-nologo" aria-hidden="true" />;
  return <img className="pc-logo" src={logo} alt="" width={size} height={size} />;
}
