package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.auth.TokenWarning;
import io.painchain.github.rig.Rig;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.quarkus.test.junit.QuarkusTest;

/** A fine-grained token that comes to its end. */
@QuarkusTest
class TokenWarningTest {

    private static final String TOKEN = "github_pat_of_twenty_days";

    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig();
        rig.repository("acme/api");
        rig.gitHub.tokens().add(TokenGrant.fineGrained(TOKEN, "alice", Permission.values())
                .expiresAt(Rig.START.plus(Duration.ofDays(20))));
        rig.integrate(TOKEN, new String[] { "acme/api" });
    }

    @AfterEach
    void stop() {
        rig.close();
    }

    @Test
    void isWarnedOfTwoWeeksAhead() {
        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().warnings()).isNull();

        // When
        rig.clock.tick(Duration.ofDays(10));
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().error()).isNull();
        assertThat(rig.backend.lastReport().warnings())
                .containsExactly("The token expires in 9 days, at 2026-03-22T09:00:00Z: make a new one and set it here");
    }

    @Test
    void isWarnedOfOrganizationsThatSingleSignOnHides() {
        // Given
        rig.repository("hidden/api");
        rig.gitHub.tokens().add(TokenGrant.classic("ghp_without_sso", "alice").withoutSso("hidden"));
        rig.integrate("ghp_without_sso", new String[] {});

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().warnings()).singleElement().asString()
                .startsWith("Repositories of 1 organization are left out (").endsWith("authorize the token for them");

        // When
        rig.clock.tick(Duration.ofHours(3));
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().warnings()).hasSize(1);
    }

    /** The list of repositories is asked for by the form only. */
    @Test
    void isWarnedNoMoreWhereNothingSaysSoAnyLonger() {
        // Given
        GitHubTokenProvider provider = new GitHubTokenProvider() {

            @Override
            public String currentToken() {
                return "ghp_test";
            }

            @Override
            public List<String> leftOut() {
                return List.of("4711");
            }

            @Override
            public Instant leftOutAt() {
                return Rig.START;
            }
        };

        // Then
        assertThat(TokenWarning.of(provider, Rig.START.plus(Duration.ofHours(1)))).hasSize(1);
        assertThat(TokenWarning.of(provider, Rig.START.plus(Duration.ofHours(3)))).isEmpty();
    }
}
