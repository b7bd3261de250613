package io.painchain.system;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.NewRun;

/** Whatever GitHub answers for a while, the timeline is whole afterwards. */
@ExtendWith(SharedInstallation.class)
class GitHubFaultsIT {

    private static final By MIA = By.user("mia");
    /** A few: what fails again and again is asked again at growing distances. */
    private static final int REQUESTS = 6;

    /** Each upon a repository of its own. */
    private static final Map<String, Fault> FAULTS = Map.of(
            "acme/error-500", Fault.status(500),
            "acme/error-502", Fault.status(502),
            "acme/cut", Fault.cut(200),
            "acme/reset", Fault.reset(100),
            "acme/malformed", Fault.malformed(),
            "acme/html", Fault.html(),
            "acme/slow", Fault.delay(Duration.ofSeconds(2)));

    private final Installation installation;

    GitHubFaultsIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void theTimelineIsWholeAfterwards() {
        FAULTS.keySet().forEach(name -> {
            installation.github.world().createRepository(name);
            installation.integrate(installation.api(), name, name);
        });

        FAULTS.forEach((name, fault) -> installation.github.faults().on("/repos/" + name + "/**", REQUESTS, fault));
        FAULTS.keySet().forEach(name -> muchHappens(repository(name)));

        FAULTS.keySet().forEach(name -> Arrivals.awaitExactly(installation.timeline(), "project=" + name,
                ExpectedEvents.of(repository(name), name, Instant.EPOCH)));
        installation.hasNoSecretInItsLogs();
    }

    private Repository repository(String name) {
        return installation.github.world().repository(name);
    }

    private static void muchHappens(Repository repository) {
        for (int i = 1; i <= 5; i++) {
            var pull = repository.pulls().open(new NewPull("Change " + i, "change-" + i), MIA);
            repository.issues().open(new NewIssue("Issue " + i), MIA);
            var run = repository.runs().start(NewRun.forPull("build", pull), MIA);
            repository.pulls().merge(pull.number(), MergeMethod.SQUASH, MIA);
            repository.runs().complete(run.id(), "success", MIA);
        }
    }

    @AfterEach
    void clearFaults() {
        installation.github.faults().clear();
    }
}
