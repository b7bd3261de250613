package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.release.NewRelease;
import io.painchain.simulator.world.run.NewRun;

@ExtendWith(SharedInstallation.class)
class EventKindsIT {

    private static final String NAME = "acme/kinds";
    private static final By MIA = By.user("mia");

    private final Installation installation;

    EventKindsIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void everyKindOfEventArrivesAndIsLinked() {
        var repository = installation.github.world().createRepository(NAME);
        installation.integrate(installation.api(), "Every kind", NAME);

        var pull = repository.pulls().open(new NewPull("Retry captures", "retry").body("Retries **captures**."), MIA);
        repository.pulls().review(pull.number(), "APPROVED", "Looks right", By.user("kim"));
        var run = repository.runs().start(NewRun.forPull("build", pull), MIA);
        repository.runs().complete(run.id(), "failure", MIA);
        repository.runs().rerun(run.id(), MIA);
        repository.runs().complete(run.id(), "success", MIA);
        repository.pulls().merge(pull.number(), MergeMethod.MERGE, MIA);
        var unmerged = repository.pulls().open(new NewPull("Never mind", "never-mind"), MIA);
        repository.issues().close(unmerged.number(), null, MIA);
        repository.issues().reopen(unmerged.number(), MIA);
        var issue = repository.issues().open(new NewIssue("Captures run twice"), MIA);
        repository.issues().label(issue.number(), "bug", MIA);
        repository.issues().close(issue.number(), "completed", MIA);
        repository.git().push("main", List.of(new NewCommit("Log captures")), MIA);
        repository.releases().create(new NewRelease("v1.2.0").named("Captures"), MIA);

        Arrivals.awaitExactly(installation.timeline(), "project=" + NAME, ExpectedEvents.of(repository, NAME, Instant.EPOCH));
        var events = installation.timeline().events("project=" + NAME);
        assertThat(events).extracting(event -> event.get("title")).contains("[PR] Retry captures",
                "[Review] approved: Retry captures", "[Workflow] ✗ build - retry", "[Workflow] ✓ build - retry",
                "[Issue] Captures run twice", "[Push] main: Log captures", "[Release] Captures");
        assertThat(linkedTo("commit:" + NAME + "@" + pull.mergeCommitSha())).contains("pull_request", "push");
        assertThat(linkedTo("pull_request:" + NAME + "#" + pull.number()))
                .contains("pull_request", "pull_request_review", "workflow_run");
    }

    private List<Object> linkedTo(String key) {
        return installation.timeline().events("key=" + key.replace("#", "%23")).stream()
                .<Object> map(event -> event.get("type")).toList();
    }

    @Test
    void theNewestStateOfARunIsShownInPlace() {
        var name = "acme/states";
        var states = installation.github.world().createRepository(name);
        installation.integrate(installation.api(), "States", name);
        var run = states.runs().start(new NewRun("deploy", "main"), MIA);
        Arrivals.awaitExactly(installation.timeline(), "project=" + name,
                Map.of("workflow-" + name + "-" + run.id(), "in_progress"));

        states.runs().complete(run.id(), "timed_out", MIA);

        Arrivals.awaitExactly(installation.timeline(), "project=" + name,
                Map.of("workflow-" + name + "-" + run.id(), "timed_out"));
        var event = installation.timeline().events("project=" + name).get(0);
        assertThat(event).containsEntry("title", "[Workflow] ⏱ deploy - main").containsEntry("revision", 2);
    }
}
