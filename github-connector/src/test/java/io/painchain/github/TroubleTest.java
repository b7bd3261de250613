package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.github.rig.Rig;
import io.painchain.model.event.EventDraft;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.SyncReport;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** What GitHub refuses, and what the user reads of it. */
@QuarkusTest
class TroubleTest {

    private static final By ALICE = By.user("alice");
    private static final By BOB = By.user("bob");
    private static final String LIMITED = "github_pat_limited";

    private Rig rig;
    private Repository api;

    @BeforeEach
    void start() {
        rig = new Rig();
        api = rig.repository("acme/api");
        rig.integrate("acme/api");
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    private SyncReport report() {
        return rig.backend.lastReport();
    }

    private Rig permit(Permission... permissions) {
        rig.gitHub.tokens().add(TokenGrant.fineGrained(LIMITED, "carol", permissions).limitedTo("acme/api"));
        return rig.integrate(LIMITED, new String[] { "acme/api" });
    }

    @Test
    void saysThatTheTokenIsBad() {
        // Given
        rig.integrate("ghp_nobodysToken0000000000000000000000", new String[] { "acme/api", "acme/web" });

        // When
        rig.cycle();

        // Then
        assertThat(report().status()).isEqualTo(IntegrationStatus.error);
        assertThat(report().error()).startsWith("Authentication failed: GitHub does not accept the token (Bad credentials)");
        assertThat(rig.gitHub.requests().total()).isEqualTo(1);
    }

    @Test
    void saysThatARepositoryIsNotThereAndReadsTheOthers() {
        // Given
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.integrate("acme/nothing", "acme/api", "../etc");

        // When
        rig.cycle();

        // Then
        assertThat(report().status()).isEqualTo(IntegrationStatus.degraded);
        assertThat(report().error())
                .contains("Repository not found: acme/nothing does not exist or this token may not see it")
                .contains("../etc: not a repository's name");
        assertThat(rig.ids()).contains("pr-acme/api-1#opened");
    }

    @Test
    void noticesThatARepositoryWasDeleted() {
        // Given
        rig.cycle();
        rig.gitHub.world().deleteRepository(api);

        // When
        rig.cycle();

        // Then
        assertThat(report().status()).isEqualTo(IntegrationStatus.error);
        assertThat(report().error()).startsWith("Repository not found: acme/api");
    }

    @Test
    void namesTheMissingPermissionAndReadsTheRest() {
        // Given
        api.pulls().open(new NewPull("Add login", "login"), ALICE);
        api.runs().start(new NewRun("Build", "main"), ALICE);
        permit(Permission.CONTENTS, Permission.PULL_REQUESTS, Permission.ISSUES);

        // When
        rig.cycle();

        // Then
        assertThat(report().status()).isEqualTo(IntegrationStatus.degraded);
        assertThat(report().error()).contains("acme/api: Workflow runs cannot be read").contains("actions=read");
        assertThat(rig.ids()).contains("pr-acme/api-1#opened").noneMatch(id -> id.startsWith("workflow"));
    }

    @Test
    void isWellAgainOnceThePermissionIsThere() {
        // Given
        permit(Permission.CONTENTS, Permission.PULL_REQUESTS, Permission.ISSUES).cycle();
        api.runs().start(new NewRun("Build", "main"), ALICE);

        // When
        permit(Permission.CONTENTS, Permission.PULL_REQUESTS, Permission.ISSUES, Permission.ACTIONS, Permission.DEPLOYMENTS)
                .settle();

        // Then
        assertThat(report().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(report().error()).isNull();
        assertThat(rig.ids()).anyMatch(id -> id.startsWith("workflow"));
    }

    @Test
    void namesAClosingByItsTimeWhereIssuesMayNotBeReadAndNeverTwice() {
        // Given
        permit(Permission.CONTENTS, Permission.PULL_REQUESTS, Permission.ACTIONS).cycle();
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.issues().close(pull.number(), null, BOB);
        rig.settle();
        List<String> without = rig.ids();

        // When
        permit(Permission.CONTENTS, Permission.PULL_REQUESTS, Permission.ACTIONS, Permission.ISSUES).settle();
        PullRequest next = api.pulls().open(new NewPull("Next", "next"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.issues().close(next.number(), null, BOB);
        rig.settle();

        // Then
        assertThat(without).filteredOn(id -> id.contains("#closed")).hasSize(1).allMatch(id -> id.contains("#closed@2026"));
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-acme/api-1#closed")).hasSize(1);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-acme/api-2#closed-")).hasSize(1);
    }

    @Test
    void doesNotNameAClosingAnewWhenThePermissionIsTakenAway() {
        // Given
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.clock.tick(Duration.ofMinutes(1));
        api.issues().close(pull.number(), null, BOB);
        permit(Permission.CONTENTS, Permission.PULL_REQUESTS, Permission.ACTIONS, Permission.ISSUES).settle();

        // When
        permit(Permission.CONTENTS, Permission.PULL_REQUESTS, Permission.ACTIONS);
        api.issues().comment(pull.number(), "Why?", ALICE);
        rig.settle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("pr-acme/api-1#closed")).hasSize(1)
                .allMatch(id -> id.contains("#closed-"));
    }

    @Test
    void followsARenameAndKeepsTheIds() {
        // Given
        api.pulls().open(new NewPull("Before", "before"), ALICE);
        rig.cycle();
        rig.gitHub.world().move(api, "acme/core");
        api.pulls().open(new NewPull("After", "after"), ALICE);

        // When
        rig.settle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/api-1#opened", "pr-acme/api-2#opened")
                .noneMatch(id -> id.contains("acme/core"));
        assertThat(rig.backend.event(INTEGRATION, "pr-acme/api-2#opened").project()).isEqualTo("acme/core");
        assertThat(report().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void goesOnUnderTheNewNameWhereTheOldOneIsTakenOutOfTheConfiguration() {
        // Given
        api.pulls().open(new NewPull("Before", "before"), ALICE);
        rig.settle();
        rig.gitHub.world().move(api, "acme/core");
        rig.integrate("acme/core");
        api.pulls().open(new NewPull("After", "after"), ALICE);

        // When
        rig.settle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/api-1#opened", "pr-acme/api-2#opened")
                .noneMatch(id -> id.contains("acme/core"));
        assertThat(rig.backend.checkpoints(INTEGRATION)).containsOnlyKeys("acme/api");
    }

    @Test
    void readsARepositoryOnceThatIsConfiguredUnderTwoNames() {
        // Given
        api.pulls().open(new NewPull("Before", "before"), ALICE);
        rig.gitHub.world().move(api, "acme/core");
        rig.integrate("acme/api", "acme/core", "ACME/Core");

        // When
        rig.cycle();

        // Then
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}/pulls")).isEqualTo(1);
        assertThat(rig.ids()).containsOnlyOnce("pr-acme/core-1#opened");
    }

    @Test
    void stopsBeforeTheLastTenthOfTheQuota() {
        // Given
        Populator.populate(api, new Population(50, 20, 50, 5, 50, 3));
        rig.gitHub.limits().leave(SimulatorConfig.TOKEN, 1_000, 120, rig.clock.instant().plus(Duration.ofMinutes(30)));

        // When
        rig.cycle().cycle().cycle();

        // Then
        assertThat(report().error()).startsWith("GitHub's rate limit is reached; reading goes on at 2026-03-02T09:3");
        assertThat(report().status()).isIn(IntegrationStatus.degraded, IntegrationStatus.error);
        assertThat(report().rateLimit().get("core").remaining()).isBetween(100, 110);
        int asked = rig.gitHub.requests().total();
        rig.cycle();
        assertThat(rig.gitHub.requests().total()).isEqualTo(asked);
    }

    @Test
    void goesOnAfterTheReset() {
        // Given
        Populator.populate(api, new Population(50, 20, 50, 5, 50, 3));
        rig.gitHub.limits().leave(SimulatorConfig.TOKEN, 1_000, 120, rig.clock.instant().plus(Duration.ofMinutes(10)));
        rig.cycle();

        // When
        rig.settle();

        // Then
        assertThat(report().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.ids()).filteredOn(id -> id.startsWith("push-")).hasSize(50);
    }

    @Test
    void waitsForRetryAfter() {
        // Given
        rig.cycle();
        rig.gitHub.faults().on("**", 1, Fault.status(429).with("Retry-After", "150"));
        rig.cycle();
        int asked = rig.gitHub.requests().total();

        // When
        rig.cycle().cycle();

        // Then
        assertThat(rig.gitHub.requests().total()).isEqualTo(asked);
        assertThat(report().error()).contains("rate limit is reached");
        rig.cycle();
        assertThat(rig.gitHub.requests().total()).isGreaterThan(asked);
    }

    static List<Fault> faults() {
        return List.of(Fault.status(500), Fault.status(502), Fault.malformed(), Fault.html(), Fault.cut(300),
                Fault.silence(), Fault.reset(50), Fault.redirectLoop());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void losesNothingThroughAFault(Fault fault) {
        // Given
        rig.cycle();
        PullRequest pull = api.pulls().open(new NewPull("Add login", "login"), ALICE);
        api.issues().open(new NewIssue("It breaks"), ALICE);
        long run = api.runs().start(new NewRun("Build", "main"), ALICE).id();
        rig.gitHub.faults().on("**", -1, fault);
        rig.cycle();
        SyncReport during = report();

        // When
        rig.gitHub.faults().clear();
        rig.settle();

        // Then
        assertThat(during.status()).isNotEqualTo(IntegrationStatus.ok);
        assertThat(during.error()).isNotBlank();
        assertThat(report().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.ids()).contains("pr-acme/api-" + pull.number() + "#opened", "issue-acme/api-2#opened",
                "workflow-acme/api-" + run);
    }

    @Test
    void sendsTheTokenNowhereElse() {
        // Given
        rig.cycle();
        api.runs().start(new NewRun("Build", "main"), ALICE);
        rig.gitHub.faults().on("**/actions/runs", -1, Fault.redirect(302, "http://localhost:1/api/v3/elsewhere"));

        // When
        rig.cycle();

        // Then
        assertThat(report().error()).contains("leads to another address, http://localhost:1").contains("token is not sent");
    }

    @Test
    void followsNoLinkToAnotherHost() {
        // Given
        rig.gitHub.faults().on("**/pulls", -1, Fault.link("http://localhost:1/next"));

        // When
        rig.cycle();

        // Then
        assertThat(report().error()).contains("leads to another address, http://localhost:1");
    }

    @Test
    void readsAllPagesWhereAProxyTurnsTheLinksElsewhere() {
        // Given
        rig.cycle();
        rig.gitHub.faults().forGood("**", Fault.linkOrigin("http://ghe.example"));
        for (int i = 0; i < 130; i++) {
            api.issues().open(new NewIssue("Issue " + i), ALICE);
        }

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).filteredOn(id -> id.matches("issue-acme/api-\\d+#opened")).hasSize(130);
        assertThat(report().status()).isEqualTo(IntegrationStatus.ok);
    }

    @Test
    void refusesAnApiUrlThatATokenMustNotGoTo() {
        // Given
        rig.backend.integrate(INTEGRATION,
                Map.of("token", "ghp_secret", "apiUrl", "http://evil.example.com/api/v3", "repositories", List.of("acme/api")));

        // When
        rig.cycle();

        // Then
        assertThat(report().status()).isEqualTo(IntegrationStatus.error);
        assertThat(report().error())
                .isEqualTo("apiUrl must be https and end in /api/v3, e.g. https://github.example.com/api/v3");
        assertThat(rig.gitHub.requests().total()).isZero();
    }

    @Test
    void showsADeletedUserAsGhost() {
        // Given
        api.pulls().open(new NewPull("Add login", "login"), By.user("leaver"));
        rig.gitHub.world().deleteAccount("leaver");

        // When
        rig.cycle();

        // Then
        EventDraft opened = rig.backend.event(INTEGRATION, "pr-acme/api-1#opened");
        assertThat(opened.author()).isEqualTo("ghost");
    }
}
