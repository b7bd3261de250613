package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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
    }
}
