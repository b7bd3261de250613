package io.painchain.simulator.api.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.issue.NewIssue;

class WriteTest {

    private static final String API = "/repos/acme/api";

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(
            config -> config.token(TokenGrant.classic("ghp_reader", "eve").readOnly())
                    .token(TokenGrant.fineGrained("github_pat_issues", "bob").writing(Permission.ISSUES)));

    @Test
    void changesSettings() {
        Reply changed = patch(API, "{\"description\":\"New\",\"homepage\":\"https://example.org\","
                + "\"has_issues\":false,\"has_wiki\":true,\"archived\":true}");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.json().get("homepage").asText()).isEqualTo("https://example.org");
        assertThat(simulator.get(API).json().get("description").asText()).isEqualTo("New");
        assertThat(simulator.get(API).json().get("archived").asBoolean()).isTrue();
        assertThat(simulator.get(API + "/issues").status()).isEqualTo(410);
        assertThat(patch(API, "{\"has_wiki\":false}").json().get("message").asText())
                .isEqualTo("Repository was archived so is read-only.");
        assertThat(patch(API, "{\"archived\":false}").status()).isEqualTo(200);
    }

    @Test
    void takesOnlyBranchesThatExistForTheDefault() {
        simulator.repository().git().createBranch("next", "main", List.of(), By.user("alice"));

        assertThat(patch(API, "{\"default_branch\":\"none\"}").status()).isEqualTo(422);
        assertThat(patch(API, "{\"default_branch\":\"next\"}").json().get("default_branch").asText())
                .isEqualTo("next");
        assertThat(patch(API, "{").status()).isEqualTo(400);
    }

    @Test
    void makesChangesAndRemovesLabels() {
        simulator.repository().issues().open(new NewIssue("One", null, List.of("bug")), By.user("alice"));
        Client client = simulator.client();

        Reply made = client.post(API + "/labels", "{\"name\":\"on call\",\"color\":\"ff0000\",\"description\":\"Now\"}");
        Reply again = client.post(API + "/labels", "{\"name\":\"On Call\"}");
        Reply renamed = patch(API + "/labels/bug", "{\"new_name\":\"defect\",\"color\":\"00ff00\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.json().at("/errors/0/code").asText()).isEqualTo("already_exists");
        assertThat(client.post(API + "/labels", "{\"name\":\"x\",\"color\":\"red\"}").status()).isEqualTo(422);
        assertThat(renamed.json().get("color").asText()).isEqualTo("00ff00");
        assertThat(simulator.get(API + "/issues/1").json().at("/labels/0/name").asText()).isEqualTo("defect");
        assertThat(client.method("DELETE", API + "/labels/on%20call", "").status()).isEqualTo(204);
        assertThat(client.method("DELETE", API + "/labels/on%20call", "").status()).isEqualTo(404);
        assertThat(simulator.get(API + "/labels").each("name")).containsExactly("defect");
    }

    @Test
    void refusesWhoMayOnlyRead() {
        Reply settings = Client.of(simulator.simulator(), "ghp_reader").method("PATCH", API, "{\"has_wiki\":true}");
        Client issues = Client.of(simulator.simulator(), "github_pat_issues");

        assertThat(settings.status()).isEqualTo(403);
        assertThat(settings.json().get("message").asText()).isEqualTo("Must have admin rights to Repository.");
        assertThat(issues.post(API + "/labels", "{\"name\":\"x\"}").status()).isEqualTo(201);
        assertThat(issues.method("PATCH", API, "{}").status()).isEqualTo(403);
        assertThat(issues.method("PATCH", API, "{}").header("X-Accepted-GitHub-Permissions"))
                .isEqualTo("administration=write");
    }

    @Test
    void countsAWriteAsFivePoints() {
        patch(API, "{}");

        assertThat(simulator.simulator().limits().usage().mostPointsPerMinute()).isEqualTo(5);
        assertThat(simulator.get("/_sim/limits").json().at("/tokens/0/used/core").asInt()).isEqualTo(1);
        assertThat(simulator.get("/_sim/limits").json().at("/tokens/0/token").asText()).hasSize(64);
    }

    private Reply patch(String path, String json) {
        return simulator.client().method("PATCH", path, json);
    }
}
