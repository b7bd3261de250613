package io.painchain.simulator.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.rig.Client;
import io.painchain.simulator.rig.Reply;
import io.painchain.simulator.rig.SimulatorExtension;
import io.painchain.simulator.world.repository.NewRepository;

class TokenTest {

    @RegisterExtension
    final SimulatorExtension simulator = new SimulatorExtension(config -> config
            .token(TokenGrant.classic("ghp_web_only", "bob").limitedTo("acme/web"))
            .token(TokenGrant.fineGrained("github_pat_some", "carol", Permission.CONTENTS, Permission.PULL_REQUESTS)
                    .expiresAt(SimulatorExtension.NOW.plusSeconds(3_600))));

    @Test
    void refusesAnUnknownToken() {
        Reply refused = Client.of(simulator.simulator(), "ghp_nobody").get("/repos/acme/api");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().get("message").asText()).isEqualTo("Bad credentials");
    }

    @Test
    void acceptsBothSpellingsOfAuthorization() {
        Client anonymous = new Client(simulator.simulator().uri(), null);

        assertThat(anonymous.get("/user", "Authorization", "Bearer " + SimulatorConfig.TOKEN).status()).isEqualTo(200);
        assertThat(anonymous.get("/user", "Authorization", "token " + SimulatorConfig.TOKEN).status()).isEqualTo(200);
        assertThat(anonymous.get("/user").status()).isEqualTo(401);
    }

    @Test
    void hidesWhatTheTokenMayNotSee() {
        simulator.world().createRepository("acme/web");
        Client webOnly = Client.of(simulator.simulator(), "ghp_web_only");

        assertThat(webOnly.get("/repos/acme/api").status()).isEqualTo(404);
        assertThat(webOnly.get("/repos/acme/api/pulls").status()).isEqualTo(404);
        assertThat(webOnly.get("/repos/acme/web").status()).isEqualTo(200);
        assertThat(webOnly.get("/user/repos").each("full_name")).containsExactly("acme/web");
    }

    @Test
    void showsPublicRepositoriesToAnyone() {
        simulator.world().createRepository(new NewRepository("acme/open").open());

        assertThat(new Client(simulator.simulator().uri(), null).get("/repos/acme/open/pulls").status())
                .isEqualTo(200);
        assertThat(new Client(simulator.simulator().uri(), null).get("/repos/acme/api").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({ "issues, issues=read", "issues/events, issues=read", "actions/runs, actions=read",
            "deployments, deployments=read" })
    void namesThePermissionThatIsMissing(String path, String permission) {
        Reply refused = Client.of(simulator.simulator(), "github_pat_some").get("/repos/acme/api/" + path);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.json().get("message").asText()).isEqualTo("Resource not accessible by personal access token");
        assertThat(refused.header("X-Accepted-GitHub-Permissions")).isEqualTo(permission);
        assertThat(refused.number("X-RateLimit-Remaining")).isPositive();
    }

    @ParameterizedTest
    @CsvSource({ "pulls", "commits", "releases", "activity", "events" })
    void showsWhatTheTokenMayRead(String path) {
        assertThat(Client.of(simulator.simulator(), "github_pat_some").get("/repos/acme/api/" + path).status())
                .isEqualTo(200);
    }

    @Test
    void tellsClassicAndFineGrainedTokensApart() {
        Reply classic = simulator.get("/repos/acme/api");
        Reply fineGrained = Client.of(simulator.simulator(), "github_pat_some").get("/repos/acme/api");

        assertThat(classic.header("X-OAuth-Scopes")).isEqualTo("repo, workflow");
        assertThat(classic.header("GitHub-Authentication-Token-Expiration")).isNull();
        assertThat(fineGrained.header("X-OAuth-Scopes")).isNull();
        assertThat(fineGrained.header("GitHub-Authentication-Token-Expiration")).isEqualTo("2026-11-20 13:00:00 UTC");
    }

    @Test
    void refusesAnExpiredToken() {
        simulator.clock().tick(Duration.ofHours(1));

        assertThat(Client.of(simulator.simulator(), "github_pat_some").get("/repos/acme/api").status()).isEqualTo(401);
    }

    @Test
    void listsRepositoriesByLastPush() {
        simulator.clock().tick(Duration.ofMinutes(1));
        simulator.world().createRepository("acme/web");
        simulator.clock().tick(Duration.ofMinutes(1));
        simulator.client().post("/_sim/repos/acme/api/pushes", "{}");

        assertThat(simulator.get("/user/repos?sort=pushed").each("full_name")).containsExactly("acme/api", "acme/web");
        assertThat(simulator.get("/user/repos?sort=created&direction=desc").each("full_name"))
                .containsExactly("acme/web", "acme/api");
        assertThat(simulator.get("/orgs/acme/repos").json()).hasSize(2);
    }

    @Test
    void tellsItsVersionAsAnEnterpriseServer() {
        assertThat(simulator.get("/api/v3/meta").json().get("installed_version").asText()).startsWith("3.");
        assertThat(simulator.get("/meta").json().has("installed_version")).isFalse();
    }

    @Test
    void knowsTwoVersionsOfTheApi() {
        simulator.client().post("/_sim/repos/acme/api/pulls", "{\"title\":\"A change\"}");

        Reply old = simulator.get("/repos/acme/api/pulls/1", "X-GitHub-Api-Version", "2022-11-28");
        Reply young = simulator.get("/repos/acme/api/pulls/1", "X-GitHub-Api-Version", "2026-03-10");
        Reply unknown = simulator.get("/repos/acme/api/pulls/1", "X-GitHub-Api-Version", "2031-01-01");

        assertThat(old.json().has("merge_commit_sha")).isTrue();
        assertThat(young.json().has("merge_commit_sha")).isFalse();
        assertThat(young.header("X-GitHub-Api-Version-Selected")).isEqualTo("2026-03-10");
        assertThat(unknown.status()).isEqualTo(400);
    }
}
