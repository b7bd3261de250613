package io.painchain.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;

class EnterpriseTest {

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(config -> config.enterprise("3.12.4"));

    @Test
    void namesItsVersionAndHasNoLimits() {
        Reply reply = simulator.get("/api/v3/repos/acme/api");

        assertThat(reply.header("X-GitHub-Enterprise-Version")).isEqualTo("3.12.4");
        assertThat(reply.header("X-RateLimit-Remaining")).isNull();
        assertThat(simulator.get("/api/v3/rate_limit").status()).isEqualTo(404);
        assertThat(simulator.get("/api/v3/meta").json().get("installed_version").asText()).isEqualTo("3.12.4");
    }

    @Test
    void tellsAllInItsFeed() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), By.user("alice"));

        assertThat(simulator.get("/api/v3/repos/acme/api/events").each("/payload/pull_request/title"))
                .contains("A change");
    }
}
