package io.painchain.kubernetes.mapping;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.model.event.EventDraft;

public final class ProblemMapper {

    private ProblemMapper() {
    }

    public static EventDraft draft(ClusterScope scope, Problem problem) {
        Problem.Place place = problem.place();
        String reason = problem.reasons().get(0);
        boolean over = problem.end() != null;
        String id = "problem-" + scope.object(place.kind(), place.name()) + "@" + place.shortUid() + "." + place.revision()
                + "#"
                + reason + "-" + problem.begin().toString().substring(0, 10);
        DraftBuilder draft = scope.draft("workload_problem", place.kind(), place.name()).externalId(id).key(id)
                .title("[Problem] " + (over ? "✓ " : "") + reason + ": " + place.name()
                        + (problem.pods() > 1 ? " (" + problem.pods() + " pods)" : ""))
                .at("begin", problem.begin()).until("end", problem.end()).asOf(problem.asOf())
                .status(over ? "resolved" : "open").data("reason", reason)
                .data("reasons", problem.reasons().size() > 1 ? problem.reasons() : null).data("pods", problem.pods())
                .data("container", problem.container()).data("restarts", problem.restarts() == 0 ? null : problem.restarts())
                .data("message", problem.message()).data("revision", place.revision() == 0 ? null : place.revision())
                .data("seen_late", problem.late() ? Boolean.TRUE : null);
        if (place.revision() > 0) {
            draft.key(RolloutMapper.id(scope, place.kind(), place.name(), place.shortUid(), place.revision()));
        }
        return draft.build();
    }
}
