package io.painchain.simulator.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.issue.NewIssue;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;

class PagingTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @Test
    void givesThirtyItemsUnlessAskedForMore() {
        openIssues(35);

        assertThat(simulator.get("/repos/acme/api/issues").json()).hasSize(30);
        assertThat(simulator.get("/repos/acme/api/issues?per_page=33").json()).hasSize(33);
    }

    @Test
    void givesAtMostAHundredItems() {
        openIssues(105);

        assertThat(simulator.get("/repos/acme/api/issues?per_page=500").json()).hasSize(100);
    }

    @Test
    void linksTheOtherPagesByTheRepositoryId() {
        openIssues(25);

        Reply second = simulator.get("/repos/acme/api/issues?state=all&per_page=10&page=2");

        String list = simulator.simulator().uri() + "/repositories/" + simulator.repository().id()
                + "/issues?state=all&per_page=10&page=";
        assertThat(second.link("prev")).isEqualTo(list + 1);
        assertThat(second.link("next")).isEqualTo(list + 3);
        assertThat(second.link("first")).isEqualTo(list + 1);
        assertThat(second.link("last")).isEqualTo(list + 3);
    }

    @Test
    void linksNothingWhereOnePageIsAll() {
        openIssues(3);

        assertThat(simulator.get("/repos/acme/api/issues").header("Link")).isNull();
    }

    @Test
    void leadsThroughAllPagesByNext() {
        openIssues(42);
        List<String> numbers = new ArrayList<>();

        Reply page = simulator.get("/api/v3/repos/acme/api/issues?per_page=20");
        numbers.addAll(page.each("number"));
        while (page.link("next") != null) {
            assertThat(page.link("next")).startsWith(simulator.simulator().enterpriseUri().toString());
            page = simulator.get(page.link("next"));
            numbers.addAll(page.each("number"));
        }

        assertThat(numbers).hasSize(42).doesNotHaveDuplicates();
    }

    @Test
    void answersAPageBeyondTheLastWithAnEmptyList() {
        openIssues(3);

        Reply beyond = simulator.get("/repos/acme/api/issues?page=9");

        assertThat(beyond.json()).isEmpty();
        assertThat(beyond.link("next")).isNull();
        assertThat(beyond.link("prev")).endsWith("page=1");
    }

    @Test
    void leadsThroughTheActivityByCursors() {
        for (int i = 0; i < 7; i++) {
            simulator.repository().git().push("main", List.of(new NewCommit("Change " + i)), ALICE);
        }

        Reply first = simulator.get("/repos/acme/api/activity?per_page=3");
        Reply second = simulator.get(first.link("next"));
        Reply third = simulator.get(second.link("next"));

        assertThat(first.link("next")).contains("after=").doesNotContain("page=2");
        assertThat(first.link("prev")).isNull();
        assertThat(third.link("next")).isNull();
        List<String> ids = new ArrayList<>(first.each("id"));
        ids.addAll(second.each("id"));
        ids.addAll(third.each("id"));
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(simulator.get(third.link("prev")).each("id")).isEqualTo(second.each("id"));
    }

    @Test
    void endsTheFeedAfterThreeHundredEvents() {
        openIssues(320);

        assertThat(simulator.get("/repos/acme/api/events?per_page=100&page=3").json()).hasSize(100);
        Reply beyond = simulator.get("/repos/acme/api/events?per_page=100&page=4");
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.json().get("message").asText()).contains("pagination is limited");
    }

    @Test
    void endsFilteredRunsAfterAThousand() {
        Populator.populate(simulator.repository(), new Population(0, 0, 1_010, 0, 0, 1));

        assertThat(simulator.get("/repos/acme/api/actions/runs?per_page=100&page=11").json().get("workflow_runs"))
                .hasSize(10);
        Reply filtered = simulator.get("/repos/acme/api/actions/runs?branch=main&per_page=100&page=10");
        assertThat(filtered.json().get("total_count").asInt()).isEqualTo(1_010);
        assertThat(filtered.json().get("workflow_runs")).hasSize(100);
        assertThat(filtered.link("next")).isNull();
    }

    private void openIssues(int count) {
        for (int i = 0; i < count; i++) {
            simulator.repository().issues().open(new NewIssue("Issue " + i), ALICE);
        }
    }
}
