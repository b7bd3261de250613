package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.model.event.EventDraft;

/** Changes of a workload that make no new revision. */
public final class WorkloadMapper {

    private WorkloadMapper() {
    }

    /** @param generation the object's, or the hour that machines scaled it in */
    public static EventDraft scale(ClusterScope scope, String kind, ObjectState state, String generation,
            Integer before, Integer after, Instant at, String manager) {
        return scope.draft("scale", kind, state.name())
                .externalId("scale-" + scope.object(kind, state.name()) + "@" + state.shortUid() + mark(generation))
                .title("[Scale] " + state.name() + " " + before + " → " + after).at("changed", at, state.changedAt())
                .asOf(state.asOf()).status("scaled").author(manager).data("manager", manager)
                .data("replicas", Map.of("before", before, "desired", after)).build();
    }

    private static String mark(String generation) {
        return generation.startsWith("auto-") ? "#" + generation : ".g" + generation;
    }

    /** @param what {@code paused}, {@code resumed} or {@code changed} */
    public static EventDraft change(ClusterScope scope, String kind, ObjectState state, String what, List<String> paths,
            Instant seen) {
        Moment moment = Moment.of(state, seen);
        DraftBuilder draft = scope.draft("workload", kind, state.name())
                .externalId("workload-" + scope.object(kind, state.name()) + "@" + state.shortUid() + "-"
                        + state.changedAt().getEpochSecond() + "-" + state.shortHash())
                .title("[Workload] " + state.name() + " " + what).at("changed", moment.at(), state.created())
                .asOf(state.asOf()).status(what).author(state.manager()).data("manager", state.manager())
                .data("time_exact", moment.exact() ? null : Boolean.FALSE);
        if (!paths.isEmpty()) {
            draft.data("diff", Map.of("other_paths", paths.stream().limit(50).toList()));
        }
        return draft.build();
    }

    public static EventDraft deletion(ClusterScope scope, String type, String kind, ObjectState state, Instant at) {
        return scope.draft(type, kind, state.name())
                .externalId(type + "-" + scope.object(kind, state.name()) + "@" + state.shortUid() + "#deleted")
                .title("[" + PlainMapper.word(type) + "] " + PlainMapper.named(type, kind, state.name()) + " deleted")
                .at("deleted", at, state.asOf())
                .asOf(at).status("deleted").data("time_exact", Boolean.FALSE).build();
    }
}
