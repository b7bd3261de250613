package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.github.rig.Hooks;
import io.painchain.github.rig.Rig;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationHook;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.repository.Repository;
import io.quarkus.test.junit.QuarkusTest;

/** A webhook that is relied on, and the polls that verify it. */
@QuarkusTest
class HookedPollingTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Repository api = rig.synced("acme/api");
    private final Hooks hooks = new Hooks(rig, "acme/api");
    private Instant since;

    @BeforeEach
    void settleAndRely() {
        rig.settle();
        since = rig.clock.instant();
        agree();
        rig.cycle();
    }

    /** As after a comparison that missed nothing. */
    private void agree() {
        vouch("acme", true);
    }

    private void vouch(String place, boolean vouches, String... events) {
        rig.backend.webhooks(Rig.INTEGRATION,
                new IntegrationHook(place, List.of(events), since, rig.clock.instant(), vouches));
    }

    private int asked(int cycles) {
        int before = rig.gitHub.requests().total();
        for (int i = 0; i < cycles; i++) {
            rig.cycle();
        }
        return rig.gitHub.requests().total() - before;
    }

    private int anIssue() {
        return api.issues().open(new NewIssue("It breaks"), ALICE).number();
    }

    private List<Coverage> told() {
        return rig.backend.reports().stream().filter(report -> report.coverage() != null)
                .flatMap(report -> report.coverage().stream()).filter(line -> line.source().startsWith(Coverage.BY_HOOK))
                .toList();
    }

    @Test
    void asksForNothingUntilItVerifies() {
        // When
        int between = asked(13);
        int verifying = asked(2);

        // Then
        assertThat(between).isZero();
        assertThat(verifying).isPositive();
        agree();
        asked(1);
        assertThat(asked(4)).isZero();
    }

    @Test
    void readsWithinMinutesWhatDeliveriesLeaveToTheLists() {
        // Given
        int issue = anIssue();
        hooks.digest(hooks.of("issues", Map.of("action", "edited", "issue", hooks.record("/issues/" + issue))));

        // When
        asked(6);

        // Then
        assertThat(rig.ids()).contains("issue-acme/api-" + issue + "#opened");
        assertThat(asked(3)).isZero();
    }

    @Test
    void pollsAsUsualAfterSilence() {
        // When nobody compares any more
        asked(20);

        // Then
        anIssue();
        asked(6);
        assertThat(rig.ids()).contains("issue-acme/api-1#opened");
    }

    @Test
    void pollsAsUsualAfterADifferenceThatAComparisonFound() {
        // When
        vouch("acme", false);
        rig.cycle();

        // Then
        assertThat(asked(6)).isGreaterThan(10);
    }

    @Test
    void pollsAsUsualOnlyWhatAComparisonMissedDeliveriesOf() {
        // When
        miss(api.id() + 1);
        rig.cycle();

        // Then
        assertThat(asked(6)).isZero();

        // When
        miss(api.id());
        rig.cycle();

        // Then
        assertThat(asked(6)).isGreaterThan(10);
    }

    private void miss(long repository) {
        rig.backend.webhooks(Rig.INTEGRATION,
                new IntegrationHook("acme", List.of(), since, rig.clock.instant(), true, List.of(repository)));
    }

    @Test
    void isStillReliedOnWhereAVerificationFindsASingleLostDelivery() {
        // Given
        anIssue();
        rig.clock.tick(Duration.ofMinutes(3));
        asked(10);
        agree();

        // When it verifies
        asked(3);

        // Then
        assertThat(rig.ids()).contains("issue-acme/api-1#opened");
        assertThat(asked(6)).isLessThan(5);
    }

    @Test
    void pollsAsUsualOnceListsShowMoreThanTheWebhookMayHaveLost() {
        // Given
        anIssue();
        anIssue();
        anIssue();
        rig.clock.tick(Duration.ofMinutes(3));

        // When it verifies
        for (int i = 0; i < 13; i++) {
            rig.cycle();
        }
        assertThat(rig.ids()).contains("issue-acme/api-1#opened");
        int usual = asked(6);
        agree();
        rig.cycle();
        asked(16);
        agree();
        int again = asked(6);

        // Then
        assertThat(usual).isGreaterThan(10);
        assertThat(again).isLessThan(usual);
    }

    @Test
    void pollsAsUsualWhereTheWebhookTellsOfSomeKindsOnly() {
        // Given
        vouch("acme/api", true, "push", "create", "delete");
        rig.cycle();

        // When
        int issue = anIssue();
        int usual = asked(6);

        // Then
        assertThat(usual).isGreaterThan(10);
        assertThat(rig.ids()).contains("issue-acme/api-" + issue + "#opened");
    }

    @Test
    void pollsAsUsualBesideAnAppsWebhookWhoseEventsNobodyKnows() {
        // When
        vouch(null, true);
        rig.cycle();

        // Then
        assertThat(asked(6)).isGreaterThan(10);
    }

    @Test
    void saysWhatTheWebhookToldApartFromWhatWasRead() {
        // Then
        assertThat(told()).extracting(Coverage::source)
                .contains("hook:push", "hook:pull_request", "hook:workflow_run", "hook:deployment_status");
        assertThat(told()).allSatisfy(line -> {
            assertThat(line.from()).isEqualTo(since);
            assertThat(line.verifiedAt()).isEqualTo(line.to()).isEqualTo(since);
        });
    }
}
