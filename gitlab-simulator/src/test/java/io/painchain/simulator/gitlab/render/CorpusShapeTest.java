package io.painchain.simulator.gitlab.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.world.change.By;

/** Answers have every key of what was recorded of the real API, with the same JSON type. */
class CorpusShapeTest {

    private static final By BOB = By.user("bob");
    private static final Path CORPUS = Path.of("../../shared/corpus/gitlab/rest");

    /** Of servers before 13, or of a project that is not ours to imitate. */
    private static final Set<String> NOT_IMITATED = Set.of("/approvals_before_merge", "/pipeline",
            "/user", "/first_contribution", "/milestone", "/status", "/project_id", "/last_pipeline");

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void aMergeRequestHasTheRecordedShape() throws IOException {
        gitLab.project().mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), BOB);
        gitLab.project().pipelines().create(NewPipeline.of("cache", "test"), BOB);

        assertThat(missing(recorded("go-gitlab__get_merge_request.json"), gitLab.ofProject("/merge_requests/1").json()))
                .isEmpty();
        assertThat(missing(recorded("go-gitlab__get_merge_requests.json").get(0),
                gitLab.ofProject("/merge_requests").json().get(0))).isEmpty();
    }

    @Test
    void aCommitAndABranchHaveTheRecordedShape() throws IOException {
        assertThat(missing(recorded("go-gitlab__get_commit.json"),
                gitLab.ofProject("/repository/commits/" + gitLab.project().repository().head("main")).json())).isEmpty();
        assertThat(missing(recorded("go-gitlab__list_branches.json").get(0),
                gitLab.ofProject("/repository/branches").json().get(0))).isEmpty();
    }

    @Test
    void aDiffHasTheRecordedShape() throws IOException {
        gitLab.project().mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), BOB);
        gitLab.project().mergeRequests().merge(1, MergeMethod.MERGE, BOB);

        assertThat(missing(recorded("go-gitlab__list_merge_request_diff.json").get(0),
                gitLab.ofProject("/merge_requests/1/diffs").json().get(0))).isEmpty();
    }

    private static JsonNode recorded(String file) throws IOException {
        assumeThat(CORPUS.resolve(file)).as("the recordings are not here, so shapes are not compared").exists();
        return new ObjectMapper().readTree(Files.readString(CORPUS.resolve(file)));
    }

    private static List<String> missing(JsonNode recorded, JsonNode answer) {
        List<String> missing = new ArrayList<>();
        compare("", recorded, answer, missing);
        return missing;
    }

    private static void compare(String path, JsonNode recorded, JsonNode answer, List<String> missing) {
        recorded.properties().forEach(entry -> {
            String below = path + "/" + entry.getKey();
            JsonNode value = answer.get(entry.getKey());
            if (NOT_IMITATED.contains(below)) {
                return;
            }
            if (value == null) {
                missing.add(below + " is missing");
            } else if (!value.isNull() && !entry.getValue().isNull() && value.getNodeType() != entry.getValue().getNodeType()) {
                missing.add(below + " is " + value.getNodeType());
            } else if (value.isObject()) {
                compare(below, entry.getValue(), value, missing);
            }
        });
    }
}
