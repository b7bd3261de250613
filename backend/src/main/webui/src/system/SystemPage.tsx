import { PageFrame } from '../common/PageFrame';
import { AboutCard } from './AboutCard';
import { ConnectorsCard } from './ConnectorsCard';
import { HealthCard } from './HealthCard';
import { QuotaCard } from './QuotaCard';
import { RetentionCard } from './RetentionCard';
import { SyncCard } from './SyncCard';
import { TasksCard } from './TasksCard';

export default function SystemPage() {
  return (
    <PageFrame title="System" about="How PainChain itself is doing.">
      <div className="pc-cards">
        <HealthCard />
        <AboutCard />
        <RetentionCard />
        <SyncCard />
        <ConnectorsCard />
        <QuotaCard />
      </div>
      <TasksCard />
    </PageFrame>
  );
}
