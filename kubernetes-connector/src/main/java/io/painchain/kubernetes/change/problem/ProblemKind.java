package io.painchain.kubernetes.change.problem;

import java.util.List;
import java.util.TreeSet;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.PodFacts;
import io.painchain.kubernetes.reflector.Target;

/** One event a workload, revision, reason and day, however many pods and repetitions there are. */
public final class ProblemKind implements ChangeKind {

    static final String PODS = "Pod";
    private static final ResourceType POD_TYPE = ResourceType.core("pods", PODS);

    @Override
    public String source() {
        return "problems";
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        return config.options().problems() ? List.of(Watched.unstored(Target.all(POD_TYPE), PodFacts::of)) : List.of();
    }

    @Override
    public List<String> after(ResourceType type) {
        return List.of("ReplicaSet", "ControllerRevision");
    }

    @Override
    public boolean hears(ResourceType type, ClusterConfig config) {
        return config.options().problems()
                && (type.kind().equals("ReplicaSet") || type.kind().equals("HorizontalPodAutoscaler"));
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        if (change.differs()) {
            boolean pod = change.type().kind().equals(PODS);
            if (!pod || ails(change.after()) || change.before() != null && ails(change.before())) {
                new ProblemBook(situation, change.after().namespace(), false).look(change.deleted() ? change.after() : null);
            }
        }
    }

    private static boolean ails(ObjectState pod) {
        PodFacts facts = pod.facts(PodFacts.class);
        return facts != null && !facts.troubles().isEmpty();
    }

    @Override
    public void listed(ResourceType type, Origin origin, Situation situation) {
        lookEverywhere(situation, origin == Origin.BASELINE);
    }

    /** Some problems are none before they last, and are over only after a while. */
    @Override
    public void look(Situation situation) {
        if (situation.config().options().problems()) {
            lookEverywhere(situation, false);
        }
    }

    private static void lookEverywhere(Situation situation, boolean first) {
        TreeSet<String> namespaces = new TreeSet<>();
        situation.noted().stream().filter(one -> !situation.notes(one).beginning(ProblemBook.PREFIX).isEmpty())
                .forEach(namespaces::add);
        situation.table(PODS).all().filter(ProblemKind::ails).forEach(pod -> namespaces.add(pod.namespace()));
        situation.table("ReplicaSet").all().filter(ProblemBook::fails).forEach(set -> namespaces.add(set.namespace()));
        situation.table("HorizontalPodAutoscaler").all().filter(ProblemBook::isAtItsLimit)
                .forEach(one -> namespaces.add(one.namespace()));
        namespaces.forEach(namespace -> new ProblemBook(situation, namespace, first).look(null));
    }
}
