package io.painchain.simulator.world.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.MergeMethod;
import io.painchain.simulator.world.pull.NewPull;

/** Commits with dates of their own, very many at once, and tags that move. */
class OddCommitTest {

    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @ParameterizedTest
    @ValueSource(strings = { "1969-12-31T23:00:00Z", "2040-06-23T03:36:01Z" })
    void keepsACommitsOwnDate(String date) {
        Activity push = git().push("main", List.of(new NewCommit("Fix").dated(Instant.parse(date))), ALICE);

        JsonNode commit = simulator.get("/repos/acme/api/commits/" + push.after()).json();

        assertThat(commit.at("/commit/committer/date").asText()).isEqualTo(date);
        assertThat(commit.at("/commit/author/date").asText()).isEqualTo(date);
        assertThat(simulator.get("/repos/acme/api/activity").each("timestamp")).contains("2026-11-20T12:00:00Z");
    }

    @Test
    void comparesSixHundredOldCommitsPageByPage() {
        String before = git().head("main");
        Instant old = SimulatorExtension.NOW.minus(Duration.ofDays(60));
        git().createBranch("long", "main",
                IntStream.range(0, 600).mapToObj(i -> new NewCommit("Step " + i).dated(old)).toList(), ALICE);
        simulator.repository().pulls().open(new NewPull("All of it", "long"), ALICE);
        simulator.repository().pulls().merge(1, MergeMethod.MERGE, ALICE);
        String range = "/repos/acme/api/compare/" + before + "..." + git().head("main");

        JsonNode whole = simulator.get(range).json();
        List<Integer> pages = IntStream.rangeClosed(1, 8).mapToObj(
                page -> simulator.get(range + "?per_page=100&page=" + page).json().get("commits").size()).toList();

        assertThat(whole.get("total_commits").asInt()).isEqualTo(601);
        assertThat(whole.get("commits")).hasSize(250);
        assertThat(pages).containsExactly(100, 100, 100, 100, 100, 100, 1, 0);
    }

    @Test
    void movesATagWithoutTellingTheFeed() {
        git().createTag("v1", "main", ALICE);
        String old = simulator.get("/repos/acme/api/tags").each("/commit/sha").get(0);
        git().push("main", List.of(new NewCommit("Evil")), ALICE);
        int listed = simulator.get("/repos/acme/api/events").json().size();

        git().moveTag("v1", "main");

        assertThat(simulator.get("/repos/acme/api/tags").each("/commit/sha")).containsExactly(git().head("main"))
                .doesNotContain(old);
        assertThat(simulator.get("/repos/acme/api/events").json()).hasSize(listed);
    }

    @Test
    void isScriptedOverHttp() {
        simulator.client().post("/_sim/repos/acme/api/branches",
                "{\"name\":\"long\",\"count\":300,\"message\":\"Old\",\"date\":\"2026-09-01T00:00:00Z\"}");
        simulator.client().post("/_sim/repos/acme/api/pushes",
                "{\"commits\":[{\"message\":\"From the future\",\"date\":\"2040-01-01T00:00:00Z\"}]}");
        simulator.client().post("/_sim/repos/acme/api/tags", "{\"name\":\"v1\",\"ref\":\"main\"}");

        int status = simulator.client().post("/_sim/repos/acme/api/tags/v1/move", "{\"ref\":\"long\"}").status();

        assertThat(status).isEqualTo(201);
        assertThat(simulator.get("/repos/acme/api/commits?sha=long&per_page=1").each("/commit/message"))
                .containsExactly("Old 300");
        assertThat(simulator.get("/repos/acme/api/commits?per_page=1").each("/commit/author/date"))
                .containsExactly("2040-01-01T00:00:00Z");
        assertThat(simulator.get("/repos/acme/api/tags").each("/commit/sha")).containsExactly(git().head("long"));
    }

    private Git git() {
        return simulator.repository().git();
    }
}
