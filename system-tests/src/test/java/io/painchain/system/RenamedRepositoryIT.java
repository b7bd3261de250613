package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;

@ExtendWith(SharedInstallation.class)
class RenamedRepositoryIT {

    private static final By MIA = By.user("mia");

    private final Installation installation;

    RenamedRepositoryIT(Installation installation) {
        this.installation = installation;
    }

    @Test
    void aRenamedRepositoryGoesOnUnderItsFirstIdentity() {
        var before = "acme/shop";
        var world = installation.github.world();
        var repository = world.createRepository(before);
        var integration = installation.integrate(installation.api(), "Renamed", before);
        var filter = "integrationId=" + integration;
        var pull = repository.pulls().open(new NewPull("Before", "before"), MIA);
        Arrivals.awaitExactly(installation.timeline(), filter, ExpectedEvents.of(repository, before, Instant.EPOCH));

        world.move(repository, "acme/store");
        repository.issues().close(pull.number(), null, MIA);
        repository.pulls().open(new NewPull("After", "after"), MIA);

        Arrivals.awaitExactly(installation.timeline(), filter, ExpectedEvents.of(repository, before, Instant.EPOCH));
        assertThat(installation.timeline().events(filter + "&q=After&type=pull_request")).singleElement()
                .satisfies(event -> assertThat(event).containsEntry("project", "acme/store"));
    }
}
