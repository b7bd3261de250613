package io.painchain.simulator.gitlab.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.rig.GitLabExtension;
import io.painchain.simulator.gitlab.rig.Reply;
import io.painchain.simulator.gitlab.world.project.Feature;
import io.painchain.simulator.world.change.By;

class AccessTest {

    @RegisterExtension
    final GitLabExtension gitLab = new GitLabExtension();

    @Test
    void refusesUnknownExpiredAndRevokedTokens() {
        gitLab.simulator().tokens().add(TokenGrant.of("old", "alice").expiresAt(LocalDate.parse("2026-11-21")));
        gitLab.simulator().tokens().add(TokenGrant.of("lost", "alice"));
        gitLab.simulator().tokens().revoke("lost");

        assertThat(gitLab.as(null, "/user").body()).isEqualTo("{\"message\":\"401 Unauthorized\"}");
        assertThat(gitLab.as("old", "/user").status()).isEqualTo(200);
        gitLab.later(Duration.ofHours(12));
        Reply expired = gitLab.as("old", "/user");
        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.at("/error")).isEqualTo("invalid_token");
        assertThat(gitLab.as("lost", "/user").at("/error_description")).startsWith("Token was revoked");
    }

    @Test
    void refusesATokenWithoutTheScopeButTellsItItsOwn() {
        gitLab.simulator().tokens().add(TokenGrant.of("narrow", "alice").scopes("read_user")
                .expiresAt(LocalDate.parse("2027-01-01")));

        Reply refused = gitLab.as("narrow", "/projects");
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/error")).isEqualTo("insufficient_scope");
        Reply self = gitLab.as("narrow", "/personal_access_tokens/self");
        assertThat(self.at("/scopes/0")).isEqualTo("read_user");
        assertThat(self.at("/expires_at")).isEqualTo("2027-01-01");
    }

    @Test
    void hidesProjectsThatATokenDoesNotSee() {
        gitLab.simulator().world().createProject("acme/secret");
        gitLab.simulator().tokens().add(TokenGrant.of("web", "alice").projects("acme/shop/web"));

        assertThat(gitLab.as("web", "/projects/acme%2Fsecret").body())
                .isEqualTo("{\"message\":\"404 Project Not Found\"}");
        assertThat(gitLab.as("web", "/projects?membership=true").each("/path_with_namespace"))
                .containsExactly("acme/shop/web");
    }

    @ParameterizedTest
    @CsvSource({ "BUILDS,/pipelines", "BUILDS,/jobs", "ENVIRONMENTS,/deployments", "MERGE_REQUESTS,/merge_requests",
            "RELEASES,/releases", "REPOSITORY,/repository/commits" })
    void forbidsWhatIsSwitchedOffAndSaysSoBeforehand(Feature feature, String path) {
        gitLab.project().turn(feature, false);

        assertThat(gitLab.ofProject(path).body()).isEqualTo("{\"message\":\"403 Forbidden\"}");
        assertThat(gitLab.ofProject("").at("/" + feature.wireName())).isEqualTo("disabled");
    }

    @Test
    void listsNoIssuesWhereTheyAreSwitchedOff() {
        gitLab.project().issues().open("Slow", "issue", By.user("bob"));
        gitLab.project().turn(Feature.ISSUES, false);

        assertThat(gitLab.ofProject("/issues").body()).isEqualTo("[]");
    }

    @Test
    void showsFeatureFlagsToDevelopersOnly() {
        gitLab.simulator().tokens().add(TokenGrant.of("reporter", "alice").level(TokenGrant.REPORTER));
        gitLab.project().featureFlags().set("new-cart", true, By.user("bob"));

        assertThat(gitLab.as("reporter", "/projects/" + gitLab.project().id() + "/feature_flags").status()).isEqualTo(403);
        assertThat(gitLab.as("reporter", "/projects/" + gitLab.project().id() + "/pipelines").status()).isEqualTo(200);
        assertThat(gitLab.ofProject("/feature_flags").at("/0/name")).isEqualTo("new-cart");
    }

    @Test
    void answersWhatItDoesNotServeWith404And405() {
        assertThat(gitLab.ofProject("/audit_events").body()).isEqualTo("{\"error\":\"404 Not Found\"}");
        assertThat(gitLab.ofProject("/merge_requests/9").body()).isEqualTo("{\"message\":\"404 Not found\"}");
        gitLab.simulator().world().createEmptyProject("acme/empty");
        assertThat(gitLab.get("/projects/acme%2Fempty/repository/tags").status()).isEqualTo(404);
    }

    @Test
    void showsDeletedUsersAsGhosts() {
        gitLab.project().issues().open("Slow", "issue", By.user("zoe"));
        gitLab.simulator().world().basis().delete("zoe");

        assertThat(gitLab.ofProject("/issues").at("/0/author/username")).isEqualTo("ghost");
        assertThat(gitLab.ofProject("/events").at("/0/author_username")).isEqualTo("ghost");
    }

    @Test
    void namesItsVersion() {
        gitLab.simulator().api().traits(gitLab.simulator().api().traits().version("15.11.13", false));

        assertThat(gitLab.get("/version").at("/version")).isEqualTo("15.11.13");
        assertThat(gitLab.get("/metadata").at("/enterprise")).isEqualTo("false");
    }
}
