package io.painchain.simulator.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;

/** A token that was not authorised for an organisation's single sign-on. */
class SingleSignOnTest {

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(
            config -> config.token(TokenGrant.classic("ghp_no_sso", "bob").withoutSso("globex")));

    @BeforeEach
    void createHidden() {
        simulator.world().createRepository("globex/secret");
    }

    @Test
    void leavesOutWhatItMayNotSeeAndSaysSoInAHeader() {
        Reply reply = token().get("/user/repos");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.each("full_name")).containsExactly("acme/api");
        assertThat(reply.header("X-GitHub-SSO"))
                .isEqualTo("partial-results; organizations=" + simulator.world().organization("globex").id());
        assertThat(simulator.get("/user/repos").header("X-GitHub-SSO")).isNull();
    }

    @Test
    void refusesTheRepositoryItself() {
        Reply reply = token().get("/repos/globex/secret");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("X-GitHub-SSO")).startsWith("required; url=https://github.com/orgs/globex/sso");
        assertThat(token().get("/repos/acme/api").status()).isEqualTo(200);
    }

    @Test
    void isMadeOverHttp() {
        simulator.client().post("/_sim/tokens", "{\"token\":\"ghp_other\",\"withoutSso\":[\"acme\"]}");

        assertThat(Client.of(simulator.simulator(), "ghp_other").get("/user/repos").each("full_name"))
                .containsExactly("globex/secret");
    }

    private Client token() {
        return Client.of(simulator.simulator(), "ghp_no_sso");
    }
}
