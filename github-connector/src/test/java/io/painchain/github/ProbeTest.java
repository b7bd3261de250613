package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.kind.Cadences;
import io.painchain.github.rig.Rig;
import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.record.RequestRecord;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;
import io.quarkus.test.junit.QuarkusTest;

/** Many repositories are looked at all at once, and only those that moved are read. */
@QuarkusTest
class ProbeTest {

    private static final By ALICE = By.user("alice");
    private static final int MANY = 12;
    private static final String RUNS = "/repos/{owner}/{repo}/actions/runs";

    private Rig rig;
    private List<Repository> repositories;

    @BeforeEach
    void start() {
        rig = new Rig();
        rig.probeFrom = MANY;
        rig.restart();
        repositories = IntStream.range(0, MANY).mapToObj(i -> rig.repository("acme/r" + i)).toList();
        rig.integrate(IntStream.range(0, MANY).mapToObj(i -> "acme/r" + i).toArray(String[]::new)).settle();
        rig.gitHub.requests().reset();
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void asksOneQueryAMinuteWhileNothingMoves() {
        // When
        for (int minute = 0; minute < 10; minute++) {
            rig.cycle();
        }

        // Then a query a minute, each repository's runs every five, and little more for free
        int queries = rig.gitHub.requests().count("/graphql");
        assertThat(queries).isEqualTo(10);
        assertThat(rig.gitHub.requests().total() - queries).isEqualTo(rig.gitHub.requests().notModified())
                .isLessThanOrEqualTo(MANY * 2 + 10);
    }

    /** Steps of five minutes, in which the runs of each repository are due. */
    private void hoursInSteps(int hours) {
        for (int step = 0; step < hours * 12; step++) {
            rig.clock.tick(Duration.ofMinutes(4));
            rig.cycle();
        }
    }

    @Test
    void costsLittleQuotaToMistrustETags() {
        // Given the usual mistrust, and that the first sweep, which knows no ETags yet, is over
        rig.cadences = Cadences.USUAL;
        rig.restart();
        hoursInSteps(2);
        rig.gitHub.requests().reset();

        // When
        hoursInSteps(3);

        // Then of 1,000 such repositories fewer than 1,000 an hour
        int queries = rig.gitHub.requests().count("/graphql");
        int paid = rig.gitHub.requests().total() - queries - rig.gitHub.requests().notModified();
        assertThat(paid).isPositive().isLessThan(MANY * 3);
    }

    @Test
    void readsWhatMovedInTheNextMinuteAndNothingElse() {
        // Given
        rig.gitHub.world().feedPolicy().drop(1);
        repositories.get(3).pulls().open(new NewPull("Add login", "login"), ALICE);
        repositories.get(4).issues().open(new NewIssue("It breaks"), ALICE);
        repositories.get(5).git().push("main", List.of(new NewCommit("Fix")), ALICE);
        repositories.get(6).releases().create(new NewRelease("v1"), ALICE);
        long deployment = repositories.get(7).deployments().create(new NewDeployment("main", "production"), ALICE).id();

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/r3-1#opened", "issue-acme/r4-1#opened", "deployment-acme/r7-" + deployment);
        assertThat(rig.ids()).anyMatch(id -> id.startsWith("push-acme/r5-")).anyMatch(id -> id.startsWith("release-acme/r6-"));
        assertThat(rig.gitHub.requests().recent()).noneMatch(request -> request.path().contains("/repos/acme/r9/pulls"));
    }

    @Test
    void readsOfPullRequestsAndIssuesOnlyTheListThatMoved() {
        // Given
        repositories.get(3).pulls().open(new NewPull("Add login", "login"), ALICE);
        repositories.get(4).issues().open(new NewIssue("It breaks"), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/r3-1#opened", "issue-acme/r4-1#opened");
        assertThat(rig.gitHub.requests().recent()).extracting(RequestRecord::path)
                .anyMatch(path -> path.endsWith("/acme/r3/pulls")).noneMatch(path -> path.endsWith("/acme/r3/issues"))
                .anyMatch(path -> path.endsWith("/acme/r4/issues")).noneMatch(path -> path.endsWith("/acme/r4/pulls"));
    }

    @Test
    void readsBranchesOnlyWhereAPushMovedATrackedOne() {
        // Given
        rig.track(List.of("main"), repositories.stream().map(Repository::fullName).toArray(String[]::new)).settle();
        rig.cycle();
        rig.gitHub.requests().reset();
        repositories.get(3).git().push("main", List.of(new NewCommit("Fix")), ALICE);
        repositories.get(4).git().createBranch("login", "main", List.of(new NewCommit("Begin")), ALICE);
        repositories.get(4).git().push("login", List.of(new NewCommit("Try")), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).anyMatch(id -> id.startsWith("commit-acme/r3-"))
                .anyMatch(id -> id.startsWith("push-acme/r4-login"));
        assertThat(rig.gitHub.requests().recent()).extracting(RequestRecord::path)
                .anyMatch(path -> path.endsWith("/acme/r3/branches")).noneMatch(path -> path.endsWith("/acme/r4/branches"));
    }

    @Test
    void readsBothListsOnceAnHourAllTheSame() {
        // When
        for (int minute = 0; minute < 70; minute++) {
            repositories.get(3).issues().comment(repositories.get(3).issues().open(new NewIssue("It breaks"), ALICE).number(),
                    "Again", ALICE);
            rig.cycle();
        }

        // Then
        assertThat(rig.gitHub.requests().recent()).extracting(RequestRecord::path)
                .filteredOn(path -> path.endsWith("/acme/r3/pulls")).hasSizeBetween(1, 3);
    }

    @Test
    void looksUpNoNameThatALookConfirms() {
        // When
        for (int minute = 0; minute < 70; minute++) {
            rig.cycle();
        }

        // Then
        assertThat(rig.gitHub.requests().count("/repos/{owner}/{repo}")).isZero();
    }

    @Test
    void readsWhatMovedBeforeTheOthers() {
        // Given
        repositories.get(MANY - 1).issues().open(new NewIssue("It breaks"), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.gitHub.requests().recent().stream().map(RequestRecord::path).filter(path -> path.contains("/repos/"))
                .findFirst()).hasValueSatisfying(path -> assertThat(path).contains("/acme/r" + (MANY - 1)));
    }

    @Test
    void readsTheOthersInTurnAndNeverAllAtOnce() {
        // When
        List<Integer> read = new ArrayList<>();
        for (int minute = 0; minute < 5; minute++) {
            rig.gitHub.requests().reset();
            rig.cycle();
            read.add(rig.gitHub.requests().count(RUNS));
        }

        // Then
        assertThat(read).containsOnly(3);
    }

    @Test
    void waitsForTheEndOfARunWhoseBeginItSaw() {
        // Given
        Repository one = repositories.get(2);
        one.git().push("main", List.of(new NewCommit("Fix")), ALICE);
        long run = one.runs().start(new NewRun("Build", "main"), ALICE).id();
        rig.cycle();

        // When
        rig.clock.tick(Duration.ofSeconds(5));
        one.runs().complete(run, "success", ALICE);
        rig.cycle();

        // Then
        assertThat(rig.backend.event(INTEGRATION, "workflow-acme/r2-" + run).status()).isEqualTo("success");
    }

    @Test
    void findsARunThatNoPushStartedWithinFiveMinutes() {
        // Given
        long run = repositories.get(2).runs().start(new NewRun("Nightly", "main").event("schedule"), ALICE).id();

        // When
        for (int minute = 0; minute < 5; minute++) {
            rig.cycle();
        }

        // Then
        assertThat(rig.ids()).contains("workflow-acme/r2-" + run);
    }

    @Test
    void goesOnWithoutGraphQl() {
        // Given
        rig.withoutGraphQl();
        repositories.get(3).pulls().open(new NewPull("Add login", "login"), ALICE);

        // When the last look is too long ago to be trusted
        rig.cycle().cycle().cycle().cycle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/r3-1#opened");
    }

    @Test
    void seesWhatMovesElsewhereInTheNextMinuteWhereDetailsAreTooMuchForGitHub() {
        // Given
        rig.gitHub.faults().forGood("/graphql", Condition.ALWAYS.bodyHas("query details", 1), Fault.graphQlNull());
        repositories.get(3).pulls().open(new NewPull("Add login", "login"), ALICE);
        rig.cycle();

        // When
        repositories.get(5).issues().open(new NewIssue("It breaks"), ALICE);
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/r3-1#opened", "issue-acme/r5-1#opened");
    }

    @Test
    void asksAgainForWhatGitHubLeftOut() {
        // Given
        rig.gitHub.faults().on("/graphql", 1, Fault.partial(20));
        repositories.get(11).issues().open(new NewIssue("It breaks"), ALICE);

        // When
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("issue-acme/r11-1#opened");
        assertThat(rig.gitHub.requests().count("/graphql")).isGreaterThan(1);
    }
}
