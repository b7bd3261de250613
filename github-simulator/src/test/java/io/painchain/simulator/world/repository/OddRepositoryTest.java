package io.painchain.simulator.world.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;

/** Names that are given away, repositories made again, parts that are switched off. */
class OddRepositoryTest {

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void givesAnOldNameToANewRepository() {
        long old = simulator.repository().id();
        simulator.world().move(simulator.repository(), "acme/api-old");

        long made = simulator.world().createRepository("acme/api").id();

        assertThat(made).isNotEqualTo(old);
        assertThat(simulator.get("/repos/acme/api").json().get("id").asLong()).isEqualTo(made);
        assertThat(simulator.get("/repos/acme/api-old").json().get("id").asLong()).isEqualTo(old);
    }

    @Test
    void isDeletedAndMadeAgainUnderTheSameName() {
        simulator.repository().issues().open(new NewIssue("Lost"), By.user("alice"));
        long old = simulator.repository().id();
        simulator.world().deleteRepository(simulator.repository());

        long made = simulator.world().createRepository("acme/api").id();

        assertThat(made).isNotEqualTo(old);
        assertThat(simulator.get("/repos/acme/api/issues").json()).isEmpty();
        assertThat(simulator.get("/repositories/" + old).status()).isEqualTo(404);
    }

    @Test
    void hasNoPullRequests() {
        simulator.repository().edit(settings -> settings.hasPullRequests(false));

        assertThat(simulator.get("/repos/acme/api").json().get("has_pull_requests").asBoolean(true)).isFalse();
        assertThat(simulator.get("/repos/acme/api/pulls").status()).isEqualTo(404);
        assertThat(simulator.get("/repos/acme/api/issues").status()).isEqualTo(200);
    }

    @Test
    void isSwitchedOverHttp() {
        simulator.client().post("/_sim/repos/acme/api/settings", "{\"hasIssues\":false,\"hasPullRequests\":false}");
        int issues = simulator.get("/repos/acme/api/issues").status();
        int pulls = simulator.get("/repos/acme/api/pulls").status();

        simulator.client().post("/_sim/repos/acme/api/settings", "{\"hasIssues\":true,\"hasPullRequests\":true}");

        assertThat(issues).isEqualTo(410);
        assertThat(pulls).isEqualTo(404);
        assertThat(simulator.get("/repos/acme/api/issues").status()).isEqualTo(200);
        assertThat(simulator.get("/repos/acme/api/pulls").status()).isEqualTo(200);
    }
}
