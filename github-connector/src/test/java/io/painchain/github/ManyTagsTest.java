package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** Tags of a repository that has more of them than a few pages of their list show; the feed tells of none. */
@QuarkusTest
class ManyTagsTest {

    private static final By ALICE = By.user("alice");
    private static final String LIST = "/repos/{owner}/{repo}/tags";
    private static final String REFERENCES = "/repos/{owner}/{repo}/git/matching-refs/{ref}";

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

    private List<String> tagEvents() {
        return rig.ids().stream().filter(id -> id.startsWith("tag-")).map(id -> id.replaceFirst("@.*", "")).toList();
    }

    private List<Coverage> coverage() {
        return rig.backend.lastReport().coverage().stream().filter(line -> line.source().equals("tags")).toList();
    }

    @Test
    void tellsWhichCameAndWentBeyondTheFirst300() {
        // Given
        tags(450);
        rig.integrate("acme/api").settle();
        assertThat(tagEvents()).isEmpty();

        // When: the list begins with the newest
        api.git().deleteTag("v10007", ALICE);
        api.git().createTag("v10450", "main", ALICE);
        api.git().createAnnotatedTag("v1/annotated", "main", ALICE);
        rig.restart().settle();

        // Then
        assertThat(tagEvents()).containsExactlyInAnyOrder("tag-acme/api-v10007#deleted", "tag-acme/api-v10450#created",
                "tag-acme/api-v1/annotated#created");
        assertThat(rig.backend.events(INTEGRATION)).filteredOn(event -> "created".equals(event.status()))
                .filteredOn(event -> "tag".equals(event.type())).extracting(EventDraft::data)
                .allSatisfy(data -> assertThat(data).containsEntry("sha", api.git().head("main")));
        assertThat(rig.ids()).doesNotHaveDuplicates();
        assertThat(coverage()).hasSize(1);
    }

    @Test
    void asksOnceAPollForFree() {
        // Given
        tags(450);
        rig.integrate("acme/api").settle();
        rig.restart().cycle();
        rig.gitHub.requests().reset();

        // When
        rig.settle();

        // Then
        assertThat(rig.gitHub.requests().count(REFERENCES, 304)).isBetween(1, 2);
        assertThat(rig.gitHub.requests().count(REFERENCES, 200)).isZero();
        assertThat(rig.gitHub.requests().count(LIST, 200) + rig.gitHub.requests().count(LIST, 304)).isZero();
    }

    @Test
    void goesOnWhereTheyBecomeManyAndFewAgain() {
        // Given
        tags(299);
        rig.integrate("acme/api").settle();

        // When
        api.git().createTag("v10299", "main", ALICE);
        api.git().createTag("v10300", "main", ALICE);
        rig.settle();
        rig.gitHub.requests().reset();
        api.git().deleteTag("v10000", ALICE);
        api.git().deleteTag("v10001", ALICE);
        rig.settle();

        // Then
        assertThat(tagEvents()).containsExactlyInAnyOrder("tag-acme/api-v10299#created", "tag-acme/api-v10300#created",
                "tag-acme/api-v10000#deleted", "tag-acme/api-v10001#deleted");
        assertThat(rig.gitHub.requests().count(LIST, 200)).isEqualTo(3);
    }

    @Test
    void repairsThoseThatWereLost() {
        // Given
        tags(450);
        rig.integrate("acme/api").settle();
        api.git().createTag("v10450", "main", ALICE);
        rig.settle();
        String created = rig.ids().stream().filter(id -> id.startsWith("tag-")).findFirst().orElseThrow();

        // When
        rig.backend.lose(INTEGRATION, created);
        for (int step = 0; step < 14; step++) {
            rig.clock.tick(Duration.ofMinutes(4));
            rig.cycle();
        }

        // Then
        assertThat(rig.backend.event(INTEGRATION, created).data()).containsEntry("sha", api.git().head("main"))
                .containsKey("seen_late");
    }

    @Test
    void claimsNothingWhereThereAreTooMany() {
        // Given
        tags(10_001);
        rig.integrate("acme/api").settle();

        // When
        api.git().deleteTag("v10007", ALICE);
        rig.gitHub.world().feedPolicy().drop(0);
        api.git().createTag("v0", "main", ALICE);
        rig.cycle().cycle();

        // Then what the feed tells is tagEvents
        assertThat(tagEvents()).containsExactly("tag-acme/api-v0#created");
        assertThat(coverage()).isEmpty();
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.degraded);
        assertThat(rig.backend.lastReport().error()).contains("Tags are not compared");

        // When they are fewer, what is there then is where it begins
        api.git().deleteTag("v10009", ALICE);
        rig.gitHub.world().feedPolicy().drop(1);
        api.git().deleteTag("v10010", ALICE);
        rig.settle();

        // Then
        assertThat(tagEvents()).containsExactly("tag-acme/api-v0#created", "tag-acme/api-v10009#deleted");
        assertThat(coverage()).singleElement().satisfies(line -> assertThat(line.from()).isAfter(Rig.START));
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }
}
