package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.projection.Paths;
import io.painchain.kubernetes.projection.status.HelmFacts;
import io.painchain.model.event.EventDraft;

public final class HelmMapper {

    private static final int MOST = 50;

    private HelmMapper() {
    }

    public static EventDraft revision(ClusterScope scope, ObjectState secret, HelmFacts facts, boolean late) {
        return draft(scope, secret, facts).data("seen_late", late ? Boolean.TRUE : null).build();
    }

    /** @param before digests of the values of the revision before; {@code null}: unknown */
    public static EventDraft content(ClusterScope scope, ObjectState secret, HelmFacts facts, HelmFacts.Content content,
            Map<String, Integer> before) {
        List<String> changed = before == null ? null
                : Paths.difference(before, content.values()).all().stream().limit(MOST).toList();
        return draft(scope, secret, facts).data("chart", content.chart()).data("chart_version", content.chartVersion())
                .data("app_version", content.appVersion()).data("message", content.description())
                .data("values_changed", changed).build();
    }

    public static EventDraft uninstalled(ClusterScope scope, String release, long revision, String shortUid, Instant at) {
        return DraftBuilder.of(scope, "helm_release").externalId(id(scope, release, revision, shortUid) + "#uninstalled")
                .entityAlone("helm_release:" + scope.project() + "/" + release).title("[Helm] " + release + " uninstalled")
                .at("deleted", at).asOf(at).status("uninstalled").data("cluster", scope.cluster())
                .data("namespace", scope.namespace()).data("name", release).data("time_exact", Boolean.FALSE).build();
    }

    public static String id(ClusterScope scope, String release, long revision, String shortUid) {
        return "helm-" + scope.project() + "/" + release + ".v" + revision + "@" + shortUid;
    }

    private static DraftBuilder draft(ClusterScope scope, ObjectState secret, HelmFacts facts) {
        String id = id(scope, facts.release(), facts.revision(), secret.shortUid());
        String versions = facts.revision() == 1 ? " v1" : " v" + (facts.revision() - 1) + " → v" + facts.revision();
        return DraftBuilder.of(scope, "helm_release").externalId(id).key(id)
                .entityAlone("helm_release:" + scope.project() + "/" + facts.release())
                .title("[Helm] " + Marks.of(facts.status()) + " " + facts.release() + versions)
                .at("begin", secret.created(), facts.modifiedAt()).until("end", facts.ended() ? facts.modifiedAt() : null)
                .asOf(secret.asOf()).status(facts.status()).author(secret.manager()).data("manager", secret.manager())
                .data("cluster", scope.cluster()).data("namespace", scope.namespace()).data("name", facts.release())
                .data("revision", facts.revision())
                .data("time_exact", facts.ended() && facts.modifiedAt() == null ? Boolean.FALSE : null);
    }
}
