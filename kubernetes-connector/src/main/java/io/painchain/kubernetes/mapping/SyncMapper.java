package io.painchain.kubernetes.mapping;

import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.kubernetes.projection.status.SyncFacts.Operation;
import io.painchain.model.event.EventDraft;

public final class SyncMapper {

    private static final int SHORT_SHA = 7;

    private SyncMapper() {
    }

    public static EventDraft draft(ClusterScope scope, Sync sync) {
        Operation operation = sync.operation();
        String name = sync.object().name();
        String id = id(scope, sync);
        Instant begin = operation.begin() == null ? sync.object().asOf() : operation.begin();
        DraftBuilder draft = scope.draft("gitops_sync", sync.kind(), name).externalId(id).key(id)
                .title("[Sync] " + Marks.of(operation.status()) + " " + name + " " + shown(operation))
                .at("begin", begin, sync.object().created()).until("end", operation.end()).asOf(sync.object().asOf())
                .status(operation.status()).author(operation.initiator())
                .key(SourceCommit.key(sync.repository(), operation.revision())).data("git_revision", operation.revision())
                .data("trigger", operation.initiator() == null ? "automated" : "manual").data("chart", operation.chart())
                .data("chart_version", operation.chartVersion()).data("message", operation.message())
                .data("seen_late", sync.late() ? Boolean.TRUE : null).data("time_exact", isSeen(sync) ? null : Boolean.FALSE);
        return draft.build();
    }

    /** A Kustomization notes its last change alone: if nobody saw the begin, the end is all there is. */
    private static boolean isSeen(Sync sync) {
        Operation operation = sync.operation();
        return !sync.kind().equals("Kustomization") || operation.end() == null || !operation.end().equals(operation.begin());
    }

    public static String id(ClusterScope scope, Sync sync) {
        Operation operation = sync.operation();
        String place = scope.object(sync.kind(), sync.object().name()) + "@" + sync.object().shortUid();
        if (!sync.kind().equals("Application")) {
            return "flux-" + place + "-" + operation.mark();
        }
        boolean heals = operation.automated() && operation.revision() != null && operation.revision().equals(sync.earlier());
        return heals && operation.begin() != null
                ? "argocd-" + place + "#selfheal-" + operation.begin().toString().substring(0, 10)
                : "argocd-" + place + "-" + operation.mark();
    }

    private static String shown(Operation operation) {
        String sha = SourceCommit.sha(operation.revision());
        if (sha != null) {
            return sha.substring(0, SHORT_SHA);
        }
        return operation.chartVersion() != null ? operation.chartVersion()
                : operation.revision() == null ? "" : operation.revision();
    }
}
