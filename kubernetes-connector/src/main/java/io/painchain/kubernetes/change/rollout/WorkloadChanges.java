package io.painchain.kubernetes.change.rollout;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.mapping.ClusterScope;
import io.painchain.kubernetes.mapping.WorkloadMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Paths;
import io.painchain.kubernetes.projection.WorkloadFacts;

/** What is changed of a workload beside its template. */
final class WorkloadChanges {

    private WorkloadChanges() {
    }

    static void draft(ObjectChange change, Situation situation) {
        ObjectState after = change.after();
        ClusterScope scope = situation.scope(after.namespace());
        String kind = change.type().kind();
        if (change.deleted()) {
            situation.draft(WorkloadMapper.deletion(scope, "workload", kind, after, change.now()));
            return;
        }
        WorkloadFacts now = after.facts(WorkloadFacts.class);
        WorkloadFacts before = change.before() == null ? null : change.before().facts(WorkloadFacts.class);
        if (now == null || before == null || change.created()) {
            return;
        }
        if (!Objects.equals(before.replicas(), now.replicas()) && before.replicas() != null && now.replicas() != null) {
            scaled(change, situation, before, now);
        }
        if (before.paused() != now.paused()) {
            situation.draft(WorkloadMapper.change(scope, kind, after, now.paused() ? "paused" : "resumed", List.of(),
                    seen(change)));
        }
        if (before.paths() == null && change.differs() && before.paused() == now.paused()
                && Objects.equals(before.replicas(), now.replicas())) {
            situation.draft(WorkloadMapper.change(scope, kind, after, "changed", List.of(), seen(change)));
        } else if (before.paths() != null) {
            Paths.Difference rest = Paths.difference(before.paths(), now.paths());
            if (!rest.isEmpty()) {
                situation.draft(WorkloadMapper.change(scope, kind, after, "changed", rest.all(), seen(change)));
            }
        }
    }

    private static void scaled(ObjectChange change, Situation situation, WorkloadFacts before, WorkloadFacts now) {
        ClusterScope scope = situation.scope(change.after().namespace());
        String manager = now.scaleChange() == null ? null : now.scaleChange().manager();
        Instant at = now.scaleChange() == null ? change.after().changedAt() : now.scaleChange().at();
        if (!now.scaledByMachine()) {
            situation.draft(WorkloadMapper.scale(scope, change.type().kind(), change.after(),
                    String.valueOf(now.generation()), before.replicas(), now.replicas(), at, manager));
        } else if (situation.config().options().autoscaling()) {
            Instant hour = at.truncatedTo(ChronoUnit.HOURS);
            String key = "auto/" + change.type().kind() + "/" + change.after().name();
            Object first = situation.notes(change.after().namespace()).get(key).get("h" + hour.getEpochSecond());
            int from = first instanceof Number number ? number.intValue() : before.replicas();
            situation.notes(change.after().namespace()).put(key, java.util.Map.of("h" + hour.getEpochSecond(), from));
            situation.draft(WorkloadMapper.scale(scope, change.type().kind(), change.after(),
                    "auto-" + hour.toString().substring(0, 13), from, now.replicas(), hour, manager));
        }
    }

    /** Where the cluster does not note the time of a change, when the watch told it. */
    private static Instant seen(ObjectChange change) {
        boolean same = change.before().changedAt() != null && change.before().changedAt().equals(change.after().changedAt());
        return same && change.origin() == Origin.WATCHED ? change.now() : null;
    }
}
