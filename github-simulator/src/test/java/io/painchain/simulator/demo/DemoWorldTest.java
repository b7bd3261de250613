package io.painchain.simulator.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.painchain.simulator.time.SettableClock;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.WorkflowRun;

class DemoWorldTest {

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final SettableClock clock = new SettableClock(START);
    private final World world = new World(clock, 1);

    @Test
    void beginsWithTheHistoryOfSomeDays() {
        DemoWorld.in(world, 1);

        assertThat(world.repositories()).hasSize(6);
        assertThat(world.repositories()).allSatisfy(repository -> {
            assertThat(repository.pulls().all()).isNotEmpty();
            assertThat(repository.runs().newestFirst()).isNotEmpty();
        });
        assertThat(issues()).allSatisfy(issue -> assertThat(issue.createdAt())
                .isBetween(START.minus(Duration.ofDays(5)), START));
        assertThat(issues().size()).isBetween(50, 150);
    }

    @Test
    void stagesAnIncident() {
        DemoWorld.in(world, 1);
        Repository payments = world.repository("acme/payments");

        Issue risky = titled(payments, "Retry card authorisations through the new gateway client");
        Issue symptom = titled(payments, "About one in five card payments fails with 502");
        Issue revert = titled(payments, "Revert \"Retry card authorisations through the new gateway client\"");
        List<WorkflowRun> failures = payments.runs().newestFirst().stream()
                .filter(run -> run.workflow().name().equals("Smoke tests"))
                .filter(run -> run.latest().conclusion().equals("failure")).toList();
        Release shipped = payments.releases().newestFirst().stream()
                .filter(release -> release.body().startsWith("* Retry card")).findFirst().orElseThrow();

        assertThat(risky.pull().merged()).isTrue();
        assertThat(shipped.createdAt()).isAfter(risky.pull().mergedAt());
        assertThat(failures).hasSize(2)
                .allSatisfy(run -> assertThat(run.createdAt()).isAfter(shipped.createdAt()));
        assertThat(symptom.createdAt()).isAfter(failures.get(1).createdAt());
        assertThat(symptom.labels()).extracting(label -> label.name()).containsExactly("incident");
        assertThat(revert.pull().mergedAt()).isAfter(symptom.createdAt());
        assertThat(symptom.open()).isFalse();
        assertThat(START).isBetween(symptom.closedAt(), symptom.closedAt().plus(Duration.ofMinutes(20)));
        assertThat(payments.deployments().newestFirst().get(0).statuses())
                .extracting(status -> status.state()).containsExactly("in_progress", "success");
    }

    @Test
    void livesOn() {
        DemoWorld demo = DemoWorld.in(world, 1);
        int before = issues().size();
        int releases = releases();

        clock.tick(Duration.ofMinutes(5));
        demo.advanceTo(clock.instant());

        assertThat(issues().size() - before).isBetween(20, 60);
        assertThat(releases()).isGreaterThan(releases);
        assertThat(issues()).allSatisfy(issue -> assertThat(issue.updatedAt()).isBeforeOrEqualTo(clock.instant()));
        assertThat(deployments()).allSatisfy(deployment -> assertThat(deployment.statuses()).isNotEmpty());
    }

    @Test
    void showsSomethingNewEveryFewSeconds() {
        DemoWorld demo = DemoWorld.in(world, 1);
        long versions = versions();

        for (int i = 0; i < 6; i++) {
            clock.tick(Duration.ofSeconds(15));
            demo.advanceTo(clock.instant());
            assertThat(versions()).isGreaterThan(versions);
            versions = versions();
        }
    }

    @Test
    void isTheSameForTheSameSeed() {
        World twin = new World(clock, 1);
        World other = new World(clock, 1);
        DemoWorld one = DemoWorld.in(world, 7);
        DemoWorld two = DemoWorld.in(twin, 7);
        DemoWorld three = DemoWorld.in(other, 8);
        clock.tick(Duration.ofMinutes(3));
        List.of(one, two, three).forEach(demo -> demo.advanceTo(clock.instant()));

        assertThat(story(world)).isEqualTo(story(twin)).isNotEqualTo(story(other));
    }

    @Test
    void goesOnWhenSomebodyInterferes() {
        DemoWorld demo = DemoWorld.in(world, 1);
        issues().stream().filter(issue -> issue.open() && issue.pull() != null)
                .forEach(issue -> issue.pull().base().issues().close(issue.number(), null,
                        By.user("visitor")));
        int before = issues().size();

        clock.tick(Duration.ofMinutes(2));
        demo.advanceTo(clock.instant());

        assertThat(issues().size()).isGreaterThan(before);
    }

    private List<String> story(World world) {
        List<String> story = new ArrayList<>();
        world.repositories().forEach(repository -> repository.issues().all().forEach(issue -> story.add(
                repository.fullName() + "#" + issue.number() + " " + issue.title() + " " + issue.updatedAt())));
        world.repositories().forEach(repository -> story.add(repository.git().head("main")));
        return story;
    }

    private Issue titled(Repository repository, String title) {
        return repository.issues().all().stream().filter(issue -> issue.title().equals(title)).findFirst()
                .orElseThrow();
    }

    private List<Issue> issues() {
        return world.repositories().stream().flatMap(repository -> repository.issues().all().stream()).toList();
    }

    private List<Deployment> deployments() {
        return world.repositories().stream()
                .flatMap(repository -> repository.deployments().newestFirst().stream()).toList();
    }

    private int releases() {
        return world.repositories().stream().mapToInt(repository -> repository.releases().newestFirst().size()).sum();
    }

    private long versions() {
        return world.repositories().stream().mapToLong(Repository::version).sum();
    }
}
