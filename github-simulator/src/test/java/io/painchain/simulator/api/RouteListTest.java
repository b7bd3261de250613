package io.painchain.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.Faults;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;

class RouteListTest {

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void namesARouteForEachKindOfThing() {
        assertThat(routes()).extracting(ServedRoute::template).contains("/user/repos", "/app/installations",
                "/repos/{owner}/{repo}", "/repos/{owner}/{repo}/actions/runs/{run}/attempts/{attempt}/jobs",
                "/repos/{owner}/{repo}/compare/{ref}", "/graphql");
        assertThat(routes()).doesNotHaveDuplicates();
    }

    @Test
    void servesWhatItListsSoThatAFaultCanMeetIt() {
        Faults faults = simulator.simulator().faults();
        for (ServedRoute route : routes().stream().filter(ServedRoute::reads).filter(ServedRoute::ofRepository)
                .filter(route -> !route.template().endsWith("/installation")).toList()) {
            int fault = faults.forGood(route.pattern(), Fault.status(503));

            Reply reply = simulator.get(address(route));

            assertThat(reply.status()).as(route.template()).isEqualTo(503);
            assertThat(simulator.simulator().requests().count(route.template(), 503)).as(route.template()).isEqualTo(1);
            faults.clear(fault);
        }
    }

    @Test
    void listsThemOverHttp() {
        Reply reply = simulator.get("/_sim/routes");

        assertThat(reply.json().get("routes")).hasSize(routes().size());
        assertThat(reply.json().at("/routes/0/method").asText()).isEqualTo("GET");
    }

    private List<ServedRoute> routes() {
        return simulator.simulator().api().routes();
    }

    private static String address(ServedRoute route) {
        return route.template().replace("{owner}", "acme").replace("{repo}", "api").replaceAll("\\{[a-z]+}", "1");
    }
}
