package io.painchain.system;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.run.NewRun;

@ExtendWith(SharedInstallation.class)
class TwoConnectorsIT {

    private static final By MIA = By.user("mia");

    private final Installation installation;

    TwoConnectorsIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void twoConnectorsAtOnceLoseAndDoubleNothing() {
        var name = "acme/twice";
        var repository = installation.github.world().createRepository(name);
        var second = installation.startConnector();
        try {
            installation.integrate(installation.api(), "Twice", name);

            for (int i = 1; i <= 40; i++) {
                var pull = repository.pulls().open(new NewPull("Change " + i, "change-" + i), MIA);
                var run = repository.runs().start(NewRun.forPull("build", pull), MIA);
                repository.runs().complete(run.id(), i % 5 == 0 ? "failure" : "success", MIA);
                repository.pulls().merge(pull.number(), MergeMethod.MERGE, MIA);
            }

            Arrivals.awaitExactly(installation.timeline(), "project=" + name,
                    ExpectedEvents.of(repository, name, Instant.EPOCH));
        } finally {
            second.close();
        }
    }
}
