package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.event.Checkpoint;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** What was there and is not any more: projects, names, issues, features. */
@QuarkusTest
class VanishedTest {

    private static final String PATH = "acme/shop/web";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private Project web = rig.project(PATH);

    private Rig integrated(String... projects) {
        return rig.integrate(Map.of("projects", List.of(projects)));
    }

    private void hours(int count) {
        for (int hour = 0; hour < count; hour++) {
            rig.clock.tick(Duration.ofMinutes(58));
            rig.cycles(2);
        }
    }

    @Test
    void tellsOfAnIssueThatIsGone() {
        // Given
        rig.cadences = Rig.cadences(Duration.ofHours(1));
        integrated(PATH);
        for (int i = 1; i <= 3; i++) {
            web.issues().open("Problem " + i, "issue", ALICE);
        }
        rig.restart();
        hours(3);

        // When
        web.issues().delete(2);
        rig.restart();
        hours(6);

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.contains("#gone")).containsExactly("issue-" + PATH + "-2#gone");
        assertThat(rig.event("issue-" + PATH + "-2#gone")).satisfies(gone -> {
            assertThat(gone.status()).isEqualTo("gone");
            assertThat(gone.entity()).isEqualTo("issue:" + PATH + "#2");
        });
    }

    @Test
    void tellsOnceOfAnIssueThatIsGoneThoughThatIsNoticedTwice() {
        // Given
        rig.cadences = Rig.cadences(Duration.ofHours(1));
        integrated(PATH);
        web.issues().open("It breaks", "issue", ALICE);
        web.issues().open("It breaks again", "issue", ALICE);
        rig.restart();
        hours(3);
        Checkpoint before = rig.backend.checkpoints(Rig.INTEGRATION).get(PATH);
        web.issues().delete(2);
        rig.restart();
        hours(6);

        // When what was posted is stored, but not how far that was
        long version = rig.backend.checkpoints(Rig.INTEGRATION).get(PATH).version();
        rig.backend.checkpoint(Rig.INTEGRATION, new Checkpoint(PATH, version, before.value()));
        rig.restart();
        hours(6);

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.contains("#gone")).containsExactly("issue-" + PATH + "-2#gone");
        assertThat(rig.backend.revisions(Rig.INTEGRATION, "issue-" + PATH + "-2#gone")).isGreaterThan(1);
    }

    @Test
    void takesNoIssueForGoneWhereIssuesAreSwitchedOff() {
        // Given
        rig.cadences = Rig.cadences(Duration.ofHours(1));
        integrated(PATH);
        web.issues().open("It breaks", "issue", ALICE);
        rig.restart();
        hours(3);

        // When
        web.turn(Feature.ISSUES, false);
        hours(6);

        // Then
        assertThat(rig.ids()).noneMatch(id -> id.contains("#gone"));
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);

        // When
        web.turn(Feature.ISSUES, true);
        web.issues().open("It breaks again", "issue", ALICE);
        hours(6);

        // Then
        assertThat(rig.ids()).contains("issue-" + PATH + "-1#opened", "issue-" + PATH + "-2#opened")
                .noneMatch(id -> id.contains("#gone"));
    }

    @Test
    void keepsWhatWasReadWhereAFeatureIsSwitchedOffLater() {
        // Given
        integrated(PATH).cycle();
        web.mergeRequests().open(NewMergeRequest.of("Add it", "feature"), ALICE);
        long finished = web.pipelines().start(web.pipelines().create(NewPipeline.of("main", "test"), ALICE).id(), ALICE).id();
        web.pipelines().finish(finished, "success", ALICE);
        rig.cycles(7);
        List<String> before = rig.ids();

        // When
        web.turn(Feature.BUILDS, false);
        web.turn(Feature.MERGE_REQUESTS, false);
        hours(3);

        // Then
        assertThat(rig.ids()).containsAll(before);
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().error()).isNull();
    }

    @Test
    void keepsANewcomerApartFromTheProjectThatHadItsName() {
        // Given
        integrated(PATH).cycle();
        web.issues().open("Former", "issue", ALICE);
        rig.cycles(2);

        // When
        web.rename("acme/shop/old");
        Project newcomer = rig.project(PATH);
        integrated(PATH, "acme/shop/old");
        hours(2);
        newcomer.issues().open("Newcomer", "issue", ALICE);
        web.issues().open("Later", "issue", ALICE);
        hours(2);

        // Then
        assertThat(rig.event("issue-" + PATH + "-1#opened").title()).isEqualTo("[Issue] Former");
        assertThat(rig.event("issue-" + PATH + "-2#opened").title()).isEqualTo("[Issue] Later");
        assertThat(rig.event("issue-" + PATH + "~" + newcomer.id() + "-1#opened").title()).isEqualTo("[Issue] Newcomer");
        assertThat(rig.backend.checkpoints(Rig.INTEGRATION)).containsOnlyKeys(PATH, PATH + "~" + newcomer.id());
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void beginsAnewWithAProjectThatWasDeletedAndMadeAgain() {
        // Given
        web.issues().open("Former", "issue", ALICE);
        integrated(PATH).cycle();
        rig.gitLab.world().delete(web);
        rig.cycles(2);
        assertThat(rig.backend.lastReport().error()).contains("Project not found: " + PATH);

        // When
        web = rig.project(PATH);
        web.issues().open("Again", "issue", ALICE);
        hours(3);

        // Then
        assertThat(rig.event("issue-" + PATH + "-1#opened").title()).isEqualTo("[Issue] Former");
        assertThat(rig.event("issue-" + PATH + "~" + web.id() + "-1#opened").title()).isEqualTo("[Issue] Again");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void tellsWhatATagThatMovedStoodForBefore() {
        // Given
        integrated(PATH).cycle();
        web.pushes().tag("v1", "main", null, ALICE);
        rig.cycles(2);
        String before = web.repository().head("main");

        // When
        web.pushes().commit("main", List.of("Fix it"), ALICE);
        web.pushes().tag("v1", "main", null, ALICE);
        rig.cycles(7);

        // Then
        List<EventDraft> tags = rig.backend.events(Rig.INTEGRATION).stream().filter(event -> event.type().equals("tag"))
                .sorted(Comparator.comparing(EventDraft::timestamp)).toList();
        assertThat(tags).extracting(EventDraft::status).containsExactly("created", "moved");
        assertThat(tags.get(1).title()).isEqualTo("[Tag] v1 moved");
        assertThat(tags.get(1).data()).containsEntry("previous_sha", before).containsEntry("sha",
                web.repository().head("main"));
    }
}
