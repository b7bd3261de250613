package io.painchain.simulator.graphql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;

/** Older servers lack fields that newer queries name. */
class MissingFieldTest {

    private static final String WITH = "{\"query\":\"query details { repository(owner: \\\"acme\\\", name: \\\"api\\\") "
            + "{ nameWithOwner isArchived } }\"}";
    private static final String WITHOUT = "{\"query\":\"{ repository(owner: \\\"acme\\\", name: \\\"api\\\") "
            + "{ nameWithOwner } }\"}";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void refusesAQueryThatNamesTheMissingField() {
        simulator.simulator().api().graphQlWithout(Set.of("Repository.isArchived"));

        JsonNode answer = simulator.client().post("/graphql", WITH).json();

        assertThat(answer.has("data")).isFalse();
        assertThat(answer.at("/errors/0/extensions/code").asText()).isEqualTo("undefinedField");
        assertThat(answer.at("/errors/0/extensions/typeName").asText()).isEqualTo("Repository");
        assertThat(answer.at("/errors/0/extensions/fieldName").asText()).isEqualTo("isArchived");
        assertThat(answer.at("/errors/0/message").asText())
                .isEqualTo("Field 'isArchived' doesn't exist on type 'Repository'");
        assertThat(answer.at("/errors/0/path")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void answersQueriesThatDoNotNameIt() {
        simulator.simulator().api().graphQlWithout(Set.of("Repository.isArchived"));

        assertThat(simulator.client().post("/graphql", WITHOUT).json().at("/data/repository/nameWithOwner").asText())
                .isEqualTo("acme/api");
    }

    @Test
    void takesAndGivesFieldsBackOverHttp() {
        Reply taken = simulator.client().post("/_sim/graphql", "{\"without\":[\"Repository.isArchived\"]}");
        boolean refused = simulator.client().post("/graphql", WITH).json().has("errors");
        simulator.client().post("/_sim/graphql", "{\"without\":[]}");

        assertThat(taken.status()).isEqualTo(201);
        assertThat(refused).isTrue();
        assertThat(simulator.client().post("/graphql", WITH).json().has("errors")).isFalse();
        assertThat(simulator.client().post("/_sim/graphql", "{\"without\":[\"Nothing.at\"]}").status()).isEqualTo(400);
    }
}
