package io.painchain.gitlab;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.gitlab.rig.Rig;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.limit.LimitSettings;
import io.painchain.simulator.gitlab.truth.TrueEvent;
import io.painchain.simulator.gitlab.truth.Truth;
import io.painchain.simulator.gitlab.world.merge.MergeMethod;
import io.painchain.simulator.gitlab.world.merge.NewMergeRequest;
import io.painchain.simulator.gitlab.world.pipeline.NewPipeline;
import io.painchain.simulator.gitlab.world.pipeline.Pipeline;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.gitlab.world.project.Project;
import io.painchain.simulator.world.change.By;
import io.quarkus.test.junit.QuarkusTest;

/** What GitLab refuses, limits and leaves out, and what becomes of the rest. */
@QuarkusTest
class TroubleTest {

    private static final String PATH = "acme/shop/web";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    private final Rig rig = new Rig();
    private final Project web = rig.project(PATH);

    private Rig integrated() {
        return rig.integrate(Map.of("projects", List.of(PATH)));
    }

    private void live(int from) {
        web.mergeRequests().open(NewMergeRequest.of("Change " + from, "change-" + from), ALICE);
        Pipeline pipeline = web.pipelines().create(NewPipeline.of("main", "test"), ALICE);
        rig.clock.tick(Duration.ofSeconds(10));
        web.pipelines().finish(pipeline.id(), "failed", ALICE);
        web.mergeRequests().merge(from, MergeMethod.FAST_FORWARD, ALICE);
        web.issues().open("Problem " + from, "issue", ALICE);
        rig.clock.tick(Duration.ofSeconds(10));
    }

    private void assertWhole() {
        List<String> happened = Truth.of(rig.gitLab.world(), Rig.START).stream().map(TrueEvent::externalId)
                .filter(id -> !id.startsWith("commit-")).toList();
        assertThat(rig.ids()).containsExactlyInAnyOrderElementsOf(happened);
    }

    @Test
    void readsTheRestWhereAFeatureIsSwitchedOff() {
        web.turn(Feature.BUILDS, false);
        web.turn(Feature.RELEASES, false);
        web.mergeRequests().open(NewMergeRequest.of("Add a cache", "cache"), ALICE);

        integrated().cycle();

        assertThat(rig.ids()).contains("mr-acme/shop/web-1#opened");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().error()).isNull();
    }

    @Test
    void namesWhatARoleMayNotSee() {
        rig.gitLab.tokens().add(TokenGrant.of("glpat-guest", "guest").level(10));
        web.issues().open("It breaks", "issue", ALICE);

        rig.integrate(Map.of("projects", List.of(PATH), "token", "glpat-guest")).cycle();

        assertThat(rig.ids()).contains("issue-acme/shop/web-1#opened");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.degraded);
        assertThat(rig.backend.lastReport().error()).contains("Merge requests cannot be read: Access denied",
                "Pipelines cannot be read: Access denied");
    }

    @Test
    void saysThatATokenIsNoneOrHasExpired() {
        rig.gitLab.tokens().add(TokenGrant.of("glpat-old", "old").expiresAt(java.time.LocalDate.of(2026, 3, 1)));
        rig.integrate(Map.of("projects", List.of(PATH), "token", "glpat-old")).cycle();

        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.error);
        assertThat(rig.backend.lastReport().error()).startsWith("Authentication failed");
    }

    @Test
    void warnsOfATokenThatEndsSoon() {
        rig.gitLab.tokens().add(TokenGrant.of("glpat-soon", "soon").expiresAt(java.time.LocalDate.of(2026, 3, 9)));
        rig.integrate(Map.of("projects", List.of(PATH), "token", "glpat-soon")).cycle();

        assertThat(rig.backend.lastReport().warnings()).singleElement().asString().startsWith("The token expires in 6 days");
    }

    @Test
    void saysWhichProjectIsNotThere() {
        rig.integrate(Map.of("projects", List.of(PATH, "acme/none", "no-group"))).cycle();

        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.degraded);
        assertThat(rig.backend.lastReport().error()).contains("Project not found: acme/none", "no-group: not a");
    }

    @Test
    void holdsOneEndpointForAMinuteAndReadsTheOthers() {
        // Given
        integrated().cycle();
        rig.gitLab.limits().settings(LimitSettings.none().endpoint("/projects/:id/pipelines", 0));
        live(1);
        rig.gitLab.requests().reset();

        // When
        rig.cycles(3);

        // Then
        assertThat(rig.ids()).contains("mr-acme/shop/web-1#merged");
        assertThat(rig.gitLab.requests().count("/projects/:id/pipelines")).isBetween(1, 3);
        rig.gitLab.limits().settings(LimitSettings.none());
        rig.cycles(10);
        assertWhole();
    }

    @Test
    void waitsAsLongAsALimitOfAllAsks() {
        // Given
        integrated().cycle();
        rig.gitLab.limits().settings(LimitSettings.selfManaged().most(0, Duration.ofMinutes(10)));
        live(1);
        rig.cycle();
        rig.gitLab.requests().reset();

        // When
        rig.cycles(3);

        // Then
        assertThat(rig.gitLab.requests().total()).isZero();
        assertThat(rig.backend.lastReport().error()).startsWith("GitLab's rate limit is reached");
        rig.gitLab.limits().settings(LimitSettings.none());
        rig.cycles(20);
        assertWhole();
    }

    @Test
    void reportsTheQuotaWhereHeadersTellOfIt() {
        rig.gitLab.limits().settings(LimitSettings.selfManaged());
        integrated().cycles(5);

        var tracked = rig.backend.tracked();
        var last = tracked.get(tracked.size() - 1);
        assertThat(last.limits().get("api").limit()).isEqualTo(7_200);
        assertThat(last.forecast().get("api").sentence()).contains("quota lasts");
    }

    @Test
    void readsByIntervalWhereGraphQlIsMissing() {
        rig.withoutGraphQl();
        integrated().cycle();
        live(1);
        rig.cycles(12);
        live(2);
        rig.cycles(12);

        assertWhole();
    }

    @Test
    void keepsToWhatItKnowsThroughARename() {
        // Given
        integrated().cycle();
        live(1);
        rig.cycles(7);

        // When
        web.rename("acme/store/web");
        rig.cycle();
        live(2);
        rig.cycles(7);

        // Then
        assertWhole();
        assertThat(rig.event("mr-acme/shop/web-2#merged").project()).isEqualTo("acme/store/web");
    }

    @Test
    void findsARenamedProjectByItsNumberWhereGitLabDoesNotRedirect() {
        rig.gitLab.api().traits(rig.gitLab.api().traits().redirects(false));
        integrated().cycle();
        web.rename("acme/store/web");
        live(1);
        rig.restart().cycles(7);

        assertWhole();
        assertThat(rig.backend.lastReport().error()).isNull();
    }

    @Test
    void turnsPagesWhereLinksNameAnotherHost() {
        // Given
        rig.gitLab.api().traits(rig.gitLab.api().traits().linkOrigin("https://gitlab.internal"));
        integrated().cycle();
        for (int i = 1; i <= 130; i++) {
            rig.clock.tick(Duration.ofSeconds(1));
            web.issues().open("Problem " + i, "issue", ALICE);
        }

        // When
        rig.cycles(3);

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("issue-")).hasSize(130);
    }

    @Test
    void goesOnAfterBrokenAnswers() {
        integrated().cycle();
        rig.gitLab.faults().on("/projects/*/merge_requests", 1, Fault.status(502));
        rig.gitLab.faults().on("/projects/*/merge_requests/*/notes", 1, Fault.status(500));
        rig.gitLab.faults().on("/projects/*/pipelines/*/jobs", 1, Fault.malformed());
        rig.gitLab.faults().on("/graphql", 1, Fault.status(502));
        live(1);
        rig.cycles(15);

        assertWhole();
    }

    @Test
    void losesAndDoublesNothingWhenKilled() {
        integrated();
        for (int i = 1; i <= 6; i++) {
            live(i);
            rig.restart().cycle();
        }
        rig.backend.forgetCheckpoints();
        rig.restart().cycles(7);

        assertWhole();
    }

    @Test
    void sweepsUpWhatWasLost() {
        // Given
        rig.cadences = Rig.cadences(Duration.ofHours(1));
        integrated();
        rig.restart().cycle();
        live(1);
        rig.cycles(7);
        rig.backend.lose(Rig.INTEGRATION, rig.ids().stream()
                .filter(id -> id.startsWith("push-") || id.startsWith("mr-") || id.startsWith("pipeline-")
                        || id.startsWith("issue-"))
                .toArray(String[]::new));

        // When
        for (int hour = 0; hour < 3; hour++) {
            rig.clock.tick(Duration.ofHours(1));
            rig.cycles(2);
        }

        // Then
        assertWhole();
    }

    @Test
    void readsWhatTheTokenIsAMemberOfWhereNothingIsNamed() {
        Project api = rig.project("acme/api");
        rig.gitLab.tokens().add(TokenGrant.of("glpat-some", "some").projects("acme/api"));
        api.issues().open("It breaks", "issue", ALICE);
        web.issues().open("Not to be seen", "issue", ALICE);

        rig.integrate(Map.of("token", "glpat-some")).cycle();

        assertThat(rig.ids()).contains("issue-acme/api-1#opened").noneMatch(id -> id.contains("shop"));
    }
}
