package io.painchain.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.rig.SimulatorExtension;

/** GHE.com: an Enterprise without {@code /api/v3}. */
class DataResidencyTest {

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(SimulatorConfig::ghe);

    @Test
    void answersAtTheRootAlone() {
        assertThat(simulator.simulator().apiUri()).isEqualTo(simulator.simulator().uri());
        assertThat(simulator.get("/repos/acme/api").status()).isEqualTo(200);
        assertThat(simulator.get("/api/v3/repos/acme/api").status()).isEqualTo(404);
    }

    @Test
    void answersGraphQlBesideIt() {
        String query = "{\"query\":\"{ viewer { login } }\"}";

        assertThat(simulator.client().post("/graphql", query).json().at("/data/viewer/login").asText())
                .isEqualTo("octo-admin");
        assertThat(simulator.client().post("/api/graphql", query).status()).isEqualTo(404);
    }

    @Test
    void linksPagesOfItsOwn() {
        assertThat(simulator.get("/repos/acme/api").json().get("html_url").asText())
                .isEqualTo(simulator.simulator().uri() + "/acme/api");
        assertThat(simulator.get("/meta").json().has("installed_version")).isFalse();
    }

    @Test
    void keepsItsLimits() {
        assertThat(simulator.get("/repos/acme/api").number("X-RateLimit-Limit")).isEqualTo(5_000);
    }
}
