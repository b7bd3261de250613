package io.painchain.github.taskhandler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.rig.SettableClock;
import io.painchain.github.rig.Asked;
import io.painchain.github.rig.Rig;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.ConnectionTest.Source;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.world.repository.NewRepository;

class ConnectionTestHandlerTest {

    private static final String FINE = "github_pat_only_some";

    private final SettableClock clock = new SettableClock(Rig.START);
    private final GitHubSimulator gitHub = GitHubSimulator.start(SimulatorConfig.of(clock));
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
        gitHub.close();
    }

    private ConnectionTest test(Duration deadline, Map<String, Object> config) {
        return new ConnectionTestHandler(Asked.connections(clock, Duration.ofSeconds(10)), threads, deadline)
                .handle(Asked.task(TaskKind.test, null, Map.of("config", config)), Asked.unheard());
    }

    private Map<String, Object> config(String token, String... repositories) {
        Map<String, Object> config = new HashMap<>();
        config.put("token", token);
        config.put("apiUrl", gitHub.enterpriseUri().toString());
        config.put("repositories", List.of(repositories));
        return config;
    }

    @Test
    void tellsWhoseTokenItIsAndWhatItMay() {
        gitHub.world().createRepository(new NewRepository("acme/api"));

        ConnectionTest test = test(Duration.ofSeconds(8), config(SimulatorConfig.TOKEN, "acme/api"));

        assertThat(test.ok()).isTrue();
        assertThat(test.message()).isEqualTo("Connected successfully!");
        assertThat(test.login()).isEqualTo("octo-admin");
        assertThat(test.scopes()).contains("repo");
        assertThat(test.permissions()).isNull();
        assertThat(test.expiresAt()).isNull();
        assertThat(test.rateLimit()).containsOnlyKeys("core", "search", "graphql");
        assertThat(test.rateLimit().get("core").limit()).isEqualTo(5_000);
        assertThat(test.repositories()).singleElement().satisfies(repository -> {
            assertThat(repository.name()).isEqualTo("acme/api");
            assertThat(repository.sources()).extracting(Source::source).containsExactly("pulls", "issues", "runs", "pushes",
                    "releases", "deployments");
            assertThat(repository.sources()).allMatch(Source::ok);
        });
    }

    @Test
    void namesWhatAFineGrainedTokenLacksAndWhenItExpires() {
        Instant end = Instant.parse("2026-03-12T12:00:00Z");
        gitHub.world().createRepository(new NewRepository("acme/secret"));
        gitHub.tokens().add(
                TokenGrant.fineGrained(FINE, "alice", Permission.PULL_REQUESTS, Permission.CONTENTS).expiresAt(end));

        ConnectionTest test = test(Duration.ofSeconds(8), config(FINE, "acme/secret", "acme/none"));

        assertThat(test.ok()).isTrue();
        assertThat(test.scopes()).isNull();
        assertThat(test.expiresAt()).isEqualTo(end);
        assertThat(test.repositories().get(0).sources()).filteredOn(source -> !source.ok()).extracting(Source::missing)
                .containsExactly("issues=read", "actions=read", "deployments=read");
        assertThat(test.repositories().get(1).sources()).singleElement()
                .satisfies(source -> assertThat(source.detail()).startsWith("Repository not found: acme/none"));
    }

    @Test
    void saysInWordsThatATokenIsWrong() {
        ConnectionTest test = test(Duration.ofSeconds(8), config("ghp_wrong", "acme/api"));

        assertThat(test.ok()).isFalse();
        assertThat(test.message()).startsWith("Failed to connect to GitHub: Authentication failed").doesNotContain("ghp_");
        assertThat(test.repositories()).isEmpty();
    }

    @Test
    void saysInWordsThatNobodyAnswers() {
        Map<String, Object> config = config(SimulatorConfig.TOKEN, "acme/api");
        config.put("apiUrl", "http://127.0.0.1:1/api/v3");

        ConnectionTest test = test(Duration.ofSeconds(8), config);

        assertThat(test.ok()).isFalse();
        assertThat(test.message()).startsWith("Failed to connect to GitHub: Network error: 127.0.0.1").contains("proxy");
    }

    @Test
    void saysInWordsThatAConfigurationIsNone() {
        assertThat(test(Duration.ofSeconds(8), Map.of()).message())
                .startsWith("Failed to connect to GitHub: No usable token");
    }

    @Test
    void endsInTimeHoweverSlowGitHubIs() {
        gitHub.faults().on("/**", -1, Fault.delay(Duration.ofSeconds(30)));

        ConnectionTest test = test(Duration.ofMillis(300), config(SimulatorConfig.TOKEN, "acme/api"));

        assertThat(test.ok()).isFalse();
        assertThat(test.message()).contains("did not answer within");
    }

    @Test
    void tellsOfTheOthersWhereOneRepositoryIsSlow() {
        gitHub.world().createRepository(new NewRepository("acme/api"));
        gitHub.world().createRepository(new NewRepository("acme/slow"));
        gitHub.faults().on("/repos/acme/slow/**", -1, Fault.delay(Duration.ofSeconds(30)));

        ConnectionTest test = test(Duration.ofSeconds(3), config(SimulatorConfig.TOKEN, "acme/slow", "acme/api"));

        assertThat(test.ok()).isTrue();
        assertThat(test.repositories().get(0).sources()).extracting(Source::detail)
                .containsExactly("Not read within the time of the test");
        assertThat(test.repositories().get(1).sources()).allMatch(Source::ok);
    }

    @Test
    void warnsOfOrganizationsThatSingleSignOnHides() {
        gitHub.world().createRepository(new NewRepository("hidden/api"));
        gitHub.tokens().add(TokenGrant.classic("ghp_without_sso", "alice").withoutSso("hidden"));

        ConnectionTest test = test(Duration.ofSeconds(8), config("ghp_without_sso"));

        assertThat(test.ok()).isTrue();
        assertThat(test.message()).startsWith("Connected successfully! Repositories of 1 organization are left out (");
    }
}
