package io.painchain.kubernetes.change.gitops;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.kubernetes.api.ResourceType;
import io.painchain.kubernetes.config.ClusterConfig;
import io.painchain.kubernetes.kind.ChangeKind;
import io.painchain.kubernetes.kind.Notes;
import io.painchain.kubernetes.kind.ObjectChange;
import io.painchain.kubernetes.kind.Operations;
import io.painchain.kubernetes.kind.Origin;
import io.painchain.kubernetes.kind.Situation;
import io.painchain.kubernetes.kind.Watched;
import io.painchain.kubernetes.mapping.Sync;
import io.painchain.kubernetes.mapping.SyncMapper;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.status.SyncFacts;
import io.painchain.kubernetes.projection.status.SyncFacts.Operation;
import io.painchain.kubernetes.reflector.Target;

/** Operations of Argo CD and what Flux applies, each from begin to end. */
public final class GitOpsKind implements ChangeKind {

    private static final ResourceType APPLICATIONS = ResourceType.of("argoproj.io", "v1alpha1", "applications", "Application");
    private static final ResourceType KUSTOMIZATIONS = ResourceType.of("kustomize.toolkit.fluxcd.io", "v1", "kustomizations",
            "Kustomization");
    private static final ResourceType HELM_RELEASES = ResourceType.of("helm.toolkit.fluxcd.io", "v2", "helmreleases",
            "HelmRelease");
    private static final ResourceType REPOSITORIES = ResourceType.of("source.toolkit.fluxcd.io", "v1", "gitrepositories",
            "GitRepository");

    /** Flux notes when its state changed last, which at the end is no longer the begin. */
    private static final String BEGIN = "@";

    @Override
    public String source() {
        return "gitops";
    }

    @Override
    public List<Watched> watched(ClusterConfig config) {
        return List.of(Watched.unstored(Target.all(REPOSITORIES), SyncFacts::gitRepository),
                Watched.unstored(Target.all(APPLICATIONS), SyncFacts::argo),
                Watched.unstored(Target.all(KUSTOMIZATIONS), SyncFacts::kustomization),
                Watched.unstored(Target.all(HELM_RELEASES), SyncFacts::helmRelease));
    }

    @Override
    public List<String> after(ResourceType type) {
        return type.equals(REPOSITORIES) ? List.of() : List.of(REPOSITORIES.kind());
    }

    @Override
    public void changed(ObjectChange change, Situation situation) {
        if (!change.deleted() && !change.type().equals(REPOSITORIES)) {
            follow(change.type(), change.after(), change.origin(), situation);
        }
    }

    @Override
    public void listed(ResourceType type, Origin origin, Situation situation) {
        if (!type.equals(REPOSITORIES)) {
            List.copyOf(situation.table(type.kind()).all().toList()).forEach(one -> follow(type, one, origin, situation));
        }
    }

    private static void follow(ResourceType type, ObjectState object, Origin origin, Situation situation) {
        SyncFacts facts = object.facts(SyncFacts.class);
        if (facts == null) {
            return;
        }
        Notes notes = situation.notes(object.namespace());
        String key = "sync/" + type.kind() + "/" + object.name();
        Map<String, Object> known = notes.get(key);
        Map<String, Object> now = new LinkedHashMap<>();
        String earlier = null;
        for (Operation read : facts.operations()) {
            Operation operation = known.get(BEGIN + read.mark()) instanceof Number begin
                    ? read.begun(Instant.ofEpochSecond(begin.longValue()))
                    : read;
            String standing = operation.status();
            Object before = known.get(operation.mark());
            if (isNews(before, standing)) {
                boolean late = origin != Origin.BASELINE && !known.containsKey(operation.mark()) && operation.end() != null
                        && operation.end().isBefore(situation.now().minusSeconds(600));
                Sync sync = new Sync(type.kind(), object, operation, repository(facts, situation), earlier, late);
                situation.draft(SyncMapper.draft(situation.scope(object.namespace()), sync));
                if (operation.begin() != null && facts.destination() != null) {
                    Operations.begun(situation, facts.destination(), type.equals(APPLICATIONS) ? "argocd" : "flux",
                            SyncMapper.id(situation.scope(object.namespace()), sync), operation.begin());
                }
            } else {
                standing = String.valueOf(before);
            }
            now.put(operation.mark(), standing);
            if (standing.equals("in_progress") && operation.begin() != null) {
                now.put(BEGIN + operation.mark(), operation.begin().getEpochSecond());
            }
            earlier = operation.revision() == null ? earlier : operation.revision();
        }
        notes.put(key, now);
    }

    /** Flux looks at what it applied again and again; what failed may still succeed. */
    private static boolean isNews(Object before, String standing) {
        return !standing.equals(before) && !"success".equals(before)
                && (!"failure".equals(before) || standing.equals("success"));
    }

    private static String repository(SyncFacts facts, Situation situation) {
        if (facts.source() == null) {
            return facts.repository();
        }
        String[] place = facts.source().split("/", 2);
        ObjectState source = situation.table(REPOSITORIES.kind()).get(place[0], place[1]);
        return source == null ? null : source.facts(SyncFacts.class).repository();
    }
}
