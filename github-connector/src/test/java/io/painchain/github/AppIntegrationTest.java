package io.painchain.github;

import static io.painchain.github.rig.Rig.INTEGRATION;
import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.github.rig.Asked;
import io.painchain.github.rig.Rig;
import io.painchain.github.taskhandler.ConnectionTestHandler;
import io.painchain.github.taskhandler.DiscoverHandler;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.task.ConnectionTest;
import io.painchain.model.task.DiscoveredRepository;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Installation;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.pull.NewPull;
import io.quarkus.test.junit.QuarkusTest;

/** An integration that is a GitHub App's installation. */
@QuarkusTest
class AppIntegrationTest {

    private static final By ALICE = By.user("alice");
    private static final KeyPair KEYS = keys();

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Rig rig;

    @BeforeEach
    void start() {
        rig = new Rig();
        rig.gitHub.apps().install(
                Installation.of(77, App.of(42, "painchain", pem("PUBLIC KEY", KEYS.getPublic().getEncoded())), "acme",
                        Permission.values()));
        rig.repository("acme/api").pulls().open(new NewPull("First", "first"), ALICE);
        rig.repository("other/secret").pulls().open(new NewPull("Secret", "secret"), ALICE);
    }

    @AfterEach
    void stop() {
        threads.shutdownNow();
        rig.close();
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String pem(String kind, byte[] der) {
        return "-----BEGIN " + kind + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + kind + "-----";
    }

    private Map<String, Object> config(String... repositories) {
        return new HashMap<>(Map.of("appId", 42, "installationId", 77, "privateKey",
                pem("PRIVATE KEY", KEYS.getPrivate().getEncoded()), "apiUrl", rig.gitHub.enterpriseUri().toString(),
                "repositories", List.of(repositories)));
    }

    @Test
    void readsThroughManyTokens() {
        // Given
        rig.backend.integrate(INTEGRATION, config("acme/api"));

        // When
        for (int i = 0; i < 6; i++) {
            rig.cycle();
            rig.clock.tick(Duration.ofMinutes(27));
        }
        rig.cycle();

        // Then
        assertThat(rig.ids()).contains("pr-acme/api-1#opened");
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().warnings()).isNull();
        assertThat(rig.meters.find("github_api_requests").tag("status", "401").counter()).isNull();
    }

    @Test
    void readsTheMostRecentlyPushedOfTheInstallationWhereNoneIsNamed() {
        rig.backend.integrate(INTEGRATION, config());

        rig.cycle();

        assertThat(rig.ids()).contains("pr-acme/api-1#opened").noneMatch(id -> id.contains("other/secret"));
    }

    @Test
    void isWarnedThatMoreCanBeSeenThanIsReadWhereNoneIsNamed() {
        // Given
        for (int i = 0; i < 1_000; i++) {
            rig.repository("acme/service-" + i);
        }
        rig.backend.integrate(INTEGRATION, config());

        // When
        rig.cycle();

        // Then
        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.ok);
        assertThat(rig.backend.lastReport().warnings()).containsExactly("The App can see more than 1000 repositories, and only"
                + " of the first of them the most recently pushed are read: name the repositories here");
    }

    @Test
    void isTestedAndDiscoveredAsTheApp() {
        // When
        ConnectionTest test = new ConnectionTestHandler(Asked.connections(rig.clock, Duration.ofSeconds(10)), threads,
                Duration.ofSeconds(8))
                .handle(Asked.task(TaskKind.test, config("acme/api", "other/secret"), Map.of()), Asked.unheard());
        List<DiscoveredRepository> found = new DiscoverHandler(Asked.connections(rig.clock, Duration.ofSeconds(10)),
                Duration.ofSeconds(8))
                .handle(Asked.task(TaskKind.discover, config(), Map.of("page", 1, "perPage", 30)), Asked.unheard())
                .repositories();

        // Then
        assertThat(test.ok()).isTrue();
        assertThat(test.login()).isEqualTo("painchain[bot]");
        assertThat(test.scopes()).isNull();
        assertThat(test.permissions()).containsEntry("contents", "read").containsEntry("metadata", "read");
        assertThat(test.repositories().get(0).sources()).allMatch(ConnectionTest.Source::ok);
        assertThat(test.repositories().get(1).sources()).noneMatch(ConnectionTest.Source::ok);
        assertThat(found).extracting(DiscoveredRepository::name).containsExactly("acme/api");
    }

    @Test
    void saysThatTheKeyIsAnotherApps() {
        rig.gitHub.apps().uninstall(77);
        rig.backend.integrate(INTEGRATION, config("acme/api"));

        rig.cycle();

        assertThat(rig.backend.lastReport().status()).isEqualTo(IntegrationStatus.error);
        assertThat(rig.backend.lastReport().error()).startsWith("Authentication failed").contains("installation 77");
    }
}
