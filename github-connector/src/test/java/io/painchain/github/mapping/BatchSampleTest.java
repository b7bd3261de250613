package io.painchain.github.mapping;

import static io.painchain.github.mapping.Fixtures.SCOPE;
import static io.painchain.github.mapping.Fixtures.assertSample;
import static io.painchain.github.mapping.Fixtures.record;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.painchain.connector.draft.Transition;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.run.RunDetails;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventBatch;

class BatchSampleTest {

    @Test
    void postsABatchAsTheSampleShows() {
        PullRequest pull = record("pull-open-in-list", PullRequest.class);

        assertSample("event-batch", new EventBatch(SCOPE.integrationId(),
                List.of(PullRequestMapper.toDraft(SCOPE, pull,
                        Transition.opened(User.loginOf(pull.user()), pull.createdAt(), true), null),
                        WorkflowRunMapper.toDraft(SCOPE, record("run-success", WorkflowRun.class), RunDetails.UNREAD)),
                List.of(new Checkpoint("acme/api", 3,
                        Map.of("format", 1, "repositoryId", 348674220, "identity", "acme/api", "project", "acme/core")))));
    }
}
