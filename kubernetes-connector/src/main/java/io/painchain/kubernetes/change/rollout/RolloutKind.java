package io.painchain.kubernetes.change.rollout;

import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.projection.Meta;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.RevisionFacts;
import io.painchain.kubernetes.projection.WorkloadFacts;
import io.painchain.kubernetes.reflector.Target;

/** New revisions of workloads; a list of their revisions shows what no watch told. */
public final class RolloutKind implements ChangeKind {

    private static final ResourceType REPLICA_SETS = ResourceType.of("apps", "v1", "replicasets", "ReplicaSet");
    private static final ResourceType CONTROLLER_REVISIONS = ResourceType.of("apps", "v1", "controllerrevisions",
            "ControllerRevision");
    private static final List<ResourceType> WORKLOADS = List.of(ResourceType.of("apps", "v1", "deployments", "Deployment"),
            ResourceType.of("apps", "v1", "statefulsets", "StatefulSet"),
            ResourceType.of("apps", "v1", "daemonsets", "DaemonSet"),
            ResourceType.of("argoproj.io", "v1alpha1", "rollouts", "Rollout"));

    @Override
    public String source() {
        return "rollouts";
    }

    @Override
    public List<String> sourcesWithoutHistory() {
        return List.of("scaling");
    }

    @Override
    public boolean hasHistory() {
        return true;
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        List<Watched> all = new java.util.ArrayList<>();
        all.add(Watched.unstored(Target.all(REPLICA_SETS), RevisionFacts::replicaSet));
        all.add(Watched.unstored(Target.all(CONTROLLER_REVISIONS), RevisionFacts::controllerRevision));
        WORKLOADS.forEach(type -> all.add(Watched
                .stored(Target.all(type), (object, digests) -> WorkloadFacts.of(type.kind(), object, digests))
                .noting(RolloutKind::note, note -> facts(type.kind(), note)).beforeReplay(RolloutKind::withoutProgress)));
        return all;
    }

    private static ObjectState withoutProgress(ObjectState listed) {
        WorkloadFacts facts = listed.facts(WorkloadFacts.class);
        return facts == null ? listed : listed.facts(facts.withoutProgress());
    }

    /** What scaling and pauses are compared with after a restart. */
    private static Map<String, Object> note(ObjectState state) {
        WorkloadFacts facts = state.facts(WorkloadFacts.class);
        return facts == null || facts.replicas() == null ? Map.of()
                : Map.of("r", facts.replicas(), "p", facts.paused());
    }

    private static Object facts(String kind, Map<String, Object> note) {
        return note.get("r") instanceof Number replicas
                ? new WorkloadFacts(kind, replicas.intValue(), Boolean.TRUE.equals(note.get("p")), 0, null, null, null, 0, null,
                        null, null, null, null, null)
                : null;
    }

    @Override
    public List<String> after(ResourceType type) {
        return isRevision(type) ? List.of() : List.of(revisionsOf(type.kind()));
    }

    static String revisionsOf(String kind) {
        return kind.equals("Deployment") || kind.equals("Rollout") ? REPLICA_SETS.kind() : CONTROLLER_REVISIONS.kind();
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        if (isRevision(change.type())) {
            RevisionFacts facts = change.after().facts(RevisionFacts.class);
            Meta.Owner owner = facts == null ? null : facts.owner();
            if (owner != null && isWorkload(owner.kind())) {
                ObjectState workload = situation.table(owner.kind()).get(change.after().namespace(), owner.name());
                RolloutBook book = new RolloutBook(situation, owner.kind());
                if (change.deleted()) {
                    book.keep(workload, change.after());
                } else {
                    book.follow(workload, change.origin());
                }
            }
            return;
        }
        WorkloadChanges.draft(change, situation);
        RolloutBook book = new RolloutBook(situation, change.type().kind());
        if (change.deleted()) {
            book.end(change.after(), change.now());
        } else {
            book.follow(change.after(), change.origin());
        }
    }

    @Override
    public void listed(ResourceType type, Origin origin, Situation situation) {
        for (ResourceType workloads : WORKLOADS) {
            boolean concerned = type.equals(workloads) || type.kind().equals(revisionsOf(workloads.kind()));
            if (concerned) {
                RolloutBook book = new RolloutBook(situation, workloads.kind());
                List.copyOf(situation.table(workloads.kind()).all().toList())
                        .forEach(workload -> book.follow(workload, origin));
            }
        }
    }

    private static boolean isRevision(ResourceType type) {
        return type.equals(REPLICA_SETS) || type.equals(CONTROLLER_REVISIONS);
    }

    private static boolean isWorkload(String kind) {
        return WORKLOADS.stream().anyMatch(type -> type.kind().equals(kind));
    }
}
