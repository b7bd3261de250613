package io.painchain.system;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.By;
import io.painchain.simulator.world.MergeMethod;
import io.painchain.simulator.world.NewIssue;
import io.painchain.simulator.world.NewPull;
import io.painchain.simulator.world.NewRun;

/** Whatever GitHub answers for a while, the timeline is whole afterwards. */
@ExtendWith(SharedInstallation.class)
class GitHubFaultsIT {

    private static final By MIA = By.user("mia");

    private final Installation installation;

    GitHubFaultsIT(Installation installation) {
        this.installation = installation;
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of("error-500", Fault.status(500)),
                Arguments.of("error-502", Fault.status(502)),
                Arguments.of("cut", Fault.cut(200)),
                Arguments.of("reset", Fault.reset(100)),
                Arguments.of("malformed", Fault.malformed()),
                Arguments.of("html", Fault.html()),
                Arguments.of("slow", Fault.delay(Duration.ofSeconds(2))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void theTimelineIsWholeAfterwards(String name, Fault fault) {
        var fullName = "acme/" + name;
        var repository = installation.github.world().createRepository(fullName);
        installation.github.faults().on("/repos/" + fullName + "/**", 2, 12, fault);
        installation.integrate(installation.api(), name, fullName);

        for (int i = 1; i <= 5; i++) {
            var pull = repository.pulls().open(new NewPull("Change " + i, "change-" + i), MIA);
            repository.issues().open(new NewIssue("Issue " + i), MIA);
            var run = repository.runs().start(NewRun.forPull("build", pull), MIA);
            repository.pulls().merge(pull.number(), MergeMethod.SQUASH, MIA);
            repository.runs().complete(run.id(), "success", MIA);
        }

        Arrivals.awaitExactly(installation.timeline(), "project=" + fullName,
                ExpectedEvents.of(repository, fullName, Instant.EPOCH));
    }

    @AfterEach
    void clearFaults() {
        installation.github.faults().clear();
    }
}
