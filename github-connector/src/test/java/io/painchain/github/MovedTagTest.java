package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.connector.backend.ContractJson;
import io.painchain.github.rig.Rig;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventDraft;
import io.painchain.model.validation.Limits;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** A tag that stands for another commit than yesterday, of which GitHub tells nobody. */
@QuarkusTest
class MovedTagTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.repository("acme/api");

    @BeforeEach
    void start() {
        rig.gitHub.world().feedPolicy().drop(1);
    }

    private void tags(int count) {
        for (int i = 0; i < count; i++) {
            api.git().createTag("v" + (10_000 + i), "main", ALICE);
        }
    }

    private String push() {
        api.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        return api.git().head("main");
    }

    private List<EventDraft> moves() {
        return rig.backend.events(INTEGRATION).stream().filter(event -> event.externalId().contains("#moved@")).toList();
    }

    @Test
    void isReportedWithBothCommits() {
        // Given
        tags(3);
        String before = api.git().head("main");
        rig.integrate("acme/api").settle();

        // When
        String after = push();
        api.git().moveTag("v10001", "main");
        rig.restart().settle();

        // Then
        assertThat(moves()).singleElement().satisfies(move -> {
            assertThat(move.externalId()).isEqualTo("tag-acme/api-v10001#moved@" + move.timestamp());
            assertThat(move.title()).isEqualTo("[Tag] v10001 moved");
            assertThat(move.status()).isEqualTo("moved");
            assertThat(move.entity()).isEqualTo("tag:acme/api@v10001");
            assertThat(move.correlationKeys()).contains("commit:acme/api@" + before, "commit:acme/api@" + after);
            assertThat(move.data()).containsEntry("previous_sha", before).containsEntry("sha", after)
                    .containsEntry("action", "moved");
        });
        assertThat(rig.ids()).noneMatch(id -> id.contains("#created") && id.startsWith("tag-"));
    }

    @Test
    void isReportedForEachMove() {
        // Given
        tags(2);
        rig.integrate("acme/api").settle();

        // When
        for (int i = 0; i < 3; i++) {
            push();
            api.git().moveTag("v10001", "main");
            rig.settle();
        }

        // Then
        assertThat(moves()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = { 300, 301, 450 })
    void isReportedAmongMany(int count) {
        // Given
        tags(count);
        api.git().createAnnotatedTag("annotated", "main", ALICE);
        rig.integrate("acme/api").settle();

        // When
        String after = push();
        api.git().moveTag("v10007", "main");
        api.git().createTag("v20000", "main", ALICE);
        rig.restart().settle();

        // Then
        assertThat(moves()).singleElement().satisfies(move -> assertThat(move.data()).containsEntry("sha", after));
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("tag-")).hasSize(2);
    }

    @Test
    void isNoMoveWhereTheFeedTellsThatItWasMadeAnew() {
        // Given
        tags(2);
        rig.integrate("acme/api").settle();
        rig.gitHub.world().feedPolicy().drop(0);

        // When
        push();
        api.git().deleteTag("v10001", ALICE);
        rig.clock.tick(Duration.ofSeconds(20));
        api.git().createTag("v10001", "main", ALICE);
        rig.settle();

        // Then
        assertThat(moves()).isEmpty();
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("tag-acme/api-v10001#")).hasSize(2);
    }

    @Test
    void isNoEventWhereWhatItStoodForWasNotKept() {
        // Given a checkpoint of before
        tags(3);
        rig.integrate("acme/api").settle();
        Checkpoint stored = rig.backend.checkpoints(INTEGRATION).get("acme/api");
        Map<String, Object> value = new LinkedHashMap<>(stored.value());
        Map<String, Object> slice = new LinkedHashMap<>(map(value.get("tags")));
        assertThat(slice.remove("commits")).isNotNull();
        value.put("tags", slice);
        rig.backend.checkpoint(INTEGRATION, new Checkpoint("acme/api", stored.version(), value));
        push();
        api.git().moveTag("v10001", "main");
        rig.restart().settle();
        assertThat(moves()).isEmpty();

        // When
        push();
        api.git().moveTag("v10002", "main");
        rig.settle();

        // Then
        assertThat(moves()).extracting(EventDraft::title).containsExactly("[Tag] v10002 moved");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Test
    void fitsACheckpointWithTenThousandTags() {
        // Given
        tags(10_000);
        rig.integrate("acme/api").settle();
        assertThat(ContractJson.bytes(rig.backend.checkpoints(INTEGRATION).get("acme/api").value()).length)
                .isLessThan(Limits.CHECKPOINT_BYTES);

        // When
        push();
        api.git().moveTag("v10007", "main");
        rig.settle();

        // Then
        assertThat(moves()).hasSize(1);
    }
}
