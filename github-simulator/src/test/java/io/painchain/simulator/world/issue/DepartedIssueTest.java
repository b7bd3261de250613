package io.painchain.simulator.world.issue;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;
import io.painchain.simulator.world.repository.Repository;

/** Issues that were transferred, deleted or converted, and closings that no event tells. */
class DepartedIssueTest {

    private static final String ISSUES = "/repos/acme/api/issues";
    private static final By ALICE = By.user("alice");

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension();

    @BeforeEach
    void openTwo() {
        issues().open(new NewIssue("First"), ALICE);
        issues().label(1, "bug", ALICE);
        issues().open(new NewIssue("Second"), ALICE);
    }

    @Test
    void redirectsToWhereAnIssueWasTransferred() {
        Repository web = simulator.world().createRepository("acme/web");

        issues().transfer(1, web, ALICE);

        Reply reply = simulator.get(ISSUES + "/1");
        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Location")).endsWith("/repositories/" + web.id() + "/issues/1");
        assertThat(simulator.get(reply.header("Location")).json().get("title").asText()).isEqualTo("First");
        assertGone();
    }

    @Test
    void redirectsNowhereWhatBecameADiscussion() {
        issues().convert(1);

        Reply reply = simulator.get(ISSUES + "/1");
        assertThat(reply.status()).isEqualTo(301);
        assertThat(reply.header("Location")).isNull();
        assertGone();
    }

    @Test
    void saysThatAnIssueWasDeleted() {
        issues().delete(1);

        assertThat(simulator.get(ISSUES + "/1").status()).isEqualTo(410);
        assertGone();
    }

    @Test
    void givesNoNumberTwice() {
        issues().delete(2);

        assertThat(issues().open(new NewIssue("Third"), ALICE).number()).isEqualTo(3);
        assertThat(simulator.get("/repos/acme/api").json().get("open_issues_count").asInt()).isEqualTo(2);
    }

    @Test
    void closesWithoutAnEvent() {
        simulator.repository().pulls().open(new NewPull("A change", "change"), ALICE);
        issues().closeUnseen(1, ALICE);
        issues().closeUnseen(3, ALICE);

        assertThat(simulator.get(ISSUES + "/1").json().get("state").asText()).isEqualTo("closed");
        assertThat(simulator.get(ISSUES + "/1").json().get("closed_at").asText()).isEqualTo("2026-11-20T12:00:00Z");
        assertThat(simulator.get(ISSUES + "/1/events").each("event")).containsExactly("labeled");
        assertThat(simulator.get("/repos/acme/api/pulls/3").json().get("state").asText()).isEqualTo("closed");
        assertThat(simulator.get(ISSUES + "/3/events").json()).isEmpty();
    }

    @Test
    void isScriptedOverHttp() {
        simulator.world().createRepository("acme/web");
        simulator.client().post("/_sim/repos/acme/api/issues/1/transfer", "{\"to\":\"acme/web\"}");
        simulator.client().post("/_sim/repos/acme/api/issues/2/close", "{\"unseen\":true}");
        issues().open(new NewIssue("Third"), ALICE);
        issues().open(new NewIssue("Fourth"), ALICE);
        simulator.client().post("/_sim/repos/acme/api/issues/3/convert", "{}");
        simulator.client().method("DELETE", "/_sim/repos/acme/api/issues/4", "");

        assertThat(simulator.get("/repos/acme/web/issues/1").json().get("title").asText()).isEqualTo("First");
        assertThat(simulator.get(ISSUES + "?state=all").each("number")).containsExactly("2");
        assertThat(simulator.get(ISSUES + "/3").status()).isEqualTo(301);
        assertThat(simulator.get(ISSUES + "/4").status()).isEqualTo(410);
    }

    private void assertGone() {
        assertThat(simulator.get(ISSUES + "/1/events").status()).isEqualTo(404);
        assertThat(simulator.get(ISSUES + "?state=all").each("number")).containsExactly("2");
        assertThat(simulator.get("/repos/acme/api/issues/events").json()).isEmpty();
    }

    private Issues issues() {
        return simulator.repository().issues();
    }
}
