import { May } from '../app/Caller';
import { PageFrame } from '../common/PageFrame';
import { AuditCard } from './AuditCard';
import { CallerCard } from './CallerCard';
import { KeysCard } from './KeysCard';
import './access.css';

/** Who looks, which keys there are, and who changed what. */
export default function AccessPage() {
  return (
    <PageFrame title="Access" about="Who gets in, with what, and who changed what.">
      <CallerCard />
      <May right="keys">
        <KeysCard />
      </May>
      <May right="audit">
        <AuditCard />
      </May>
    </PageFrame>
  );
}
