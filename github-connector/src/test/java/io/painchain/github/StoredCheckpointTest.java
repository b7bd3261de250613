package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.checkpoint.CheckpointBook.Entry;
import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.rig.Rig;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.Outcome;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** A checkpoint that the connector stored before kinds had slices of their own is read, gone on from and written as it was. */
@QuarkusTest
class StoredCheckpointTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");
    private static final CheckpointBook BOOK = new CheckpointBook(ChangeKinds.ALL, List.of());

    @RegisterExtension
    private final Rig rig = new Rig();

    private static Map<String, Object> stored() throws IOException {
        try (InputStream json = StoredCheckpointTest.class.getResourceAsStream("/checkpoints/checkpoint-f348dca.json")) {
            return new ObjectMapper().readValue(json, new TypeReference<LinkedHashMap<String, Object>>() {
            });
        }
    }

    /** What had happened when it was stored, and how it was read. */
    private void everythingHappens(Repository api) {
        rig.cycle();
        int issue = api.issues().open(new NewIssue("It breaks"), ALICE).number();
        int pull = api.pulls().open(new NewPull("Add login", "login"), ALICE).number();
        minute();
        api.issues().label(issue, "bug", BOB);
        api.issues().close(issue, "completed", BOB);
        api.pulls().review(pull, "APPROVED", "Fine", BOB);
        minute();
        api.issues().reopen(issue, ALICE);
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        minute();
        long run = api.runs().start(new NewRun("Build", "main"), ALICE).id();
        api.runs().complete(run, "success", ALICE);
        api.releases().create(new NewRelease("v1"), ALICE);
        long deployment = api.deployments().create(new NewDeployment("main", "production"), ALICE).id();
        minute();
        api.deployments().status(deployment, "success", null, ALICE);
        rig.settle();
        for (int step = 0; step < 14; step++) {
            rig.clock.tick(Duration.ofMinutes(4));
            rig.cycle();
        }
        api.runs().start(new NewRun("Build", "main"), ALICE);
        rig.cycle().cycle().settle();
    }

    private void minute() {
        rig.clock.tick(Duration.ofMinutes(1));
    }

    @Test
    void isGoneOnFromWithoutAnEventThatWasStoredBefore() throws IOException {
        // Given
        Repository api = rig.repository("acme/api");
        rig.track(List.of("main"), "acme/api");
        everythingHappens(api);
        List<String> all = rig.ids();
        rig.backend.forgetCheckpoints();
        rig.backend.checkpoint(INTEGRATION, new Checkpoint("acme/api", 12, stored()));
        rig.backend.forgetRequests();

        // When
        rig.restart().settle();

        // Then
        assertThat(all).hasSize(16);
        assertThat(rig.ids()).isEqualTo(all);
        assertThat(rig.backend.count(Outcome.created)).isZero();

        // When
        int issue = api.issues().open(new NewIssue("Another"), ALICE).number();
        rig.cycle();

        // Then
        assertThat(rig.ids()).hasSize(17).contains("issue-acme/api-" + issue + "#opened");
        assertThat(rig.backend.checkpoints(INTEGRATION).get("acme/api").version()).isGreaterThan(12);
    }

    private static JsonNode json(Object value) throws IOException {
        return new ObjectMapper().readTree(ContractJson.bytes(value));
    }

    @Test
    void isWrittenAsItWas() throws IOException {
        RepositoryState state = BOOK.read("acme/api", stored());

        assertThat(json(CheckpointBook.write(new Entry("acme/api", 12, state), state).value())).isEqualTo(json(stored()));
    }

    @Test
    void keepsTheSliceOfAKindThatThisVersionDoesNotKnow() throws IOException {
        Map<String, Object> later = stored();
        later.put("milestones", Map.of("seen", List.of(1, 2), "readAt", "2026-03-02T09:00:00Z"));

        RepositoryState state = BOOK.read("acme/api", later).forgetTags();

        assertThat(CheckpointBook.write(new Entry("acme/api", 12, state), state).value()).containsEntry("milestones",
                later.get("milestones"));
    }
}
