import { May, useCaller } from '../app/Caller';
import { PageFrame } from '../common/PageFrame';
import { AuditCard } from './AuditCard';
import { CallerCard } from './CallerCard';
import { KeysCard } from './KeysCard';
import { MembersCard } from './MembersCard';
import { SessionsCard } from './SessionsCard';
import './access.css';

/** Who looks, who belongs here, which keys there are, and who changed what. */
export default function AccessPage() {
  const me = useCaller();
  return (
    <PageFrame title="Access" about="Who gets in, with what, and who changed what.">
      <CallerCard />
      {me.user !== null && <SessionsCard />}
      <May right="members">
        <MembersCard />
      </May>
      <May right="keys">
        <KeysCard />
      </May>
      <May right="audit">
        <AuditCard />
      </May>
    </PageFrame>
  );
}
