package io.painchain.simulator.gitlab.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.simulator.gitlab.world.base.StateEvent;
import io.painchain.simulator.gitlab.world.merge.MergeRequest;
import io.painchain.simulator.gitlab.world.project.Project;

/** Merge requests: opened, closed, reopened, merged, approved. */
final class MergeRequestTruth {

    private MergeRequestTruth() {
    }

    static List<TrueEvent> of(Project project) {
        List<TrueEvent> all = new ArrayList<>();
        project.mergeRequests().all().forEach(request -> {
            String stem = "mr-" + project.firstPath() + "-" + request.iid();
            all.add(event(stem + "#opened", "open", request.createdAt()));
            steps(all, stem, request);
            request.notes().stream().filter(note -> note.system() && note.body().contains("approved this"))
                    .forEach(note -> all.add(new TrueEvent("merge_request_approval", stem + "#approval-" + note.id(),
                            note.body().split(" ")[0], note.createdAt())));
        });
        return all;
    }

    private static void steps(List<TrueEvent> all, String stem, MergeRequest request) {
        if (request.merged() != null) {
            all.add(event(stem + "#merged", "merged", request.merged().at()));
        }
        for (StateEvent step : request.steps()) {
            if (!step.state().equals("merged")) {
                all.add(event(stem + "#" + step.state() + "-" + step.id(),
                        step.state().equals("reopened") ? "open" : "closed", step.createdAt()));
            }
        }
        boolean numbered = request.closed() == null || request.steps().stream()
                .anyMatch(step -> step.state().equals("closed") && step.createdAt().equals(request.closed().at()));
        if (!numbered) {
            all.add(event(stem + "#closed@" + request.closed().at(), "closed", request.closed().at()));
        }
    }

    private static TrueEvent event(String id, String status, Instant at) {
        return new TrueEvent("merge_request", id, status, at);
    }
}
