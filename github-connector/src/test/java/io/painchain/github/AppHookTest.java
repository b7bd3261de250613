package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.rig.SettableClock;
import io.painchain.github.registration.HookHandler;
import io.painchain.github.rig.Asked;
import io.painchain.model.task.HookInput;
import io.painchain.model.task.HookInput.Action;
import io.painchain.model.task.HookOutput;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Installation;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.world.hook.HookDelivery;
import io.painchain.simulator.world.hook.Hooks;

/** The one webhook of a GitHub App, by its API as it behaves. */
class AppHookTest {

    private static final String URL = "https://painchain.example.com/api/v1/webhooks/github";
    private static final String SECRET = "a secret of some length";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final GitHubSimulator gitHub = GitHubSimulator
            .start(SimulatorConfig.of(clock).limits(LimitSettings.likeGitHub().countedOnly()));
    private final KeyPair keys = keys();
    private final App app = App.of(42, "painchain", pem("PUBLIC KEY", keys.getPublic().getEncoded()));
    private Hooks hooks;

    @BeforeEach
    void install() {
        gitHub.apps().install(Installation.of(77, app, "acme", Permission.values()));
        hooks = gitHub.apps().hooks(app);
    }

    @AfterEach
    void stop() {
        gitHub.close();
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

    private HookOutput ask(Action action, List<String> known) {
        return ask(action, URL, known);
    }

    private HookOutput ask(Action action, String url, List<String> known) {
        HookInput input = new HookInput(action, null, null, url, SECRET, List.of(), known, null);
        Map<String, Object> config = Map.of("appId", 42, "installationId", 77, "privateKey",
                pem("PRIVATE KEY", keys.getPrivate().getEncoded()), "apiUrl", gitHub.enterpriseUri().toString(),
                "repositories", List.of("acme/api"));
        return new HookHandler(Asked.connections(clock, Duration.ofSeconds(10)))
                .handle(Asked.task(TaskKind.hook, config, ContractJson.map(input)), Asked.unheard());
    }

    private HookOutput ask(Action action) {
        return ask(action, List.of());
    }

    private long hook() {
        return hooks.all().get(0).id();
    }

    @Test
    void isSetUpOnceAndKeptAsAsked() {
        // Given
        HookOutput early = ask(Action.compare);

        // When
        HookOutput made = ask(Action.register);
        HookOutput again = ask(Action.register);

        // Then
        assertThat(early.message()).isEqualTo("The webhook is not there: register it");
        assertThat(made.ok()).isTrue();
        assertThat(again.ok()).isTrue();
        assertThat(hooks.all()).singleElement().satisfies(hook -> {
            assertThat(hook.url()).isEqualTo(URL);
            assertThat(hook.contentType()).isEqualTo("json");
            assertThat(hook.secret()).isEqualTo(SECRET);
        });
    }

    @Test
    void isNotTakenFromWhoeverHasIt() {
        // Given
        hooks.configure(hook(), "https://somewhere.example.com/hooks", "json", "theirs");

        // When
        HookOutput refused = ask(Action.register);

        // Then
        assertThat(refused.ok()).isFalse();
        assertThat(refused.message()).contains("somewhere.example.com", "the App's page");
        assertThat(hooks.all().get(0).secret()).isEqualTo("theirs");
    }

    @Test
    void isNotTakenFromAnotherIntegration() {
        // Given
        String theirs = URL + "/01952f3e-0000-7000-8000-000000000001";
        String ours = URL + "/01952f3e-0000-7000-8000-000000000002";
        assertThat(ask(Action.register, theirs, List.of()).ok()).isTrue();

        // When
        HookOutput refused = ask(Action.register, ours, List.of());

        // Then
        assertThat(refused.ok()).isFalse();
        assertThat(refused.message()).contains(theirs, "another integration's address", "that all share");
        assertThat(hooks.all().get(0).url()).isEqualTo(theirs);
        assertThat(ask(Action.register).ok()).isTrue();
        assertThat(hooks.all().get(0).url()).isEqualTo(URL);
    }

    @Test
    void sendsAgainWhatDidNotArriveOfThisInstallation() {
        // Given
        ask(Action.register);
        HookDelivery lost = hooks.delivered(hook(), "push", null, 502, 77L);
        HookDelivery arrived = hooks.delivered(hook(), "push", null, 202, 77L);
        hooks.delivered(hook(), "push", null, 502, 78L);
        List<String> sent = new ArrayList<>();
        hooks.sendBy(delivery -> {
            sent.add(delivery.guid());
            return 202;
        });

        // When
        HookOutput compared = ask(Action.compare, List.of(arrived.guid()));
        HookOutput after = ask(Action.compare, List.of(arrived.guid(), lost.guid()));

        // Then
        assertThat(compared.missing()).isEqualTo(1);
        assertThat(sent).containsExactly(lost.guid());
        assertThat(after.ok()).isTrue();
    }

    @Test
    void saysWhatOnlyTheAppsPageCan() {
        // Given
        ask(Action.register);

        // Then
        assertThat(ask(Action.ping).message()).contains("no ping for an App");
        assertThat(ask(Action.remove).message()).contains("on the App's page");
        assertThat(hooks.all().get(0).url()).isEqualTo(URL);
    }
}
