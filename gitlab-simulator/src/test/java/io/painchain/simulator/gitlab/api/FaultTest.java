package io.painchain.simulator.gitlab.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;

class FaultTest {

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void playsAFaultToAProjectWhetherAskedByNumberOrByPath() {
        gitLab.simulator().faults().on("/projects/acme%2Fshop%2Fweb/pipelines", 2, Fault.status(500));

        assertThat(gitLab.ofProject("/pipelines").body()).isEqualTo("{\"message\":\"500 Internal Server Error\"}");
        assertThat(gitLab.get("/projects/acme%2Fshop%2Fweb/pipelines").status()).isEqualTo(500);
        assertThat(gitLab.ofProject("/pipelines").status()).isEqualTo(200);
    }

    @Test
    void answersGraphQlInPart() {
        gitLab.simulator().faults().forGood("/graphql", Condition.ALWAYS.bodyHas("pipelines", 1), Fault.partial(2));

        Reply reply = gitLab.query("{ projects(first: 1) { nodes { id pipelines(first: 1) { nodes { id } } "
                + "releases(first: 1) { nodes { tagName } } } } }");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().at("/data/projects/nodes/0/pipelines/nodes").isArray()).isTrue();
        assertThat(reply.json().at("/data/projects/nodes/0/releases/nodes").isNull()).isTrue();
        assertThat(reply.at("/errors/0/message")).isEqualTo("Timeout on this field");
    }

    @Test
    void tellsWhatIsServedForFaultsToName() {
        assertThat(gitLab.simulator().api().patterns()).contains("/projects/*/merge_requests/*/notes", "/graphql")
                .doesNotHaveDuplicates();
    }
}
