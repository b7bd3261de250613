package io.painchain.github;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
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
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.world.hook.Hook;
import io.painchain.simulator.world.hook.HookDelivery;
import io.painchain.simulator.world.hook.Hooks;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;

/** Webhooks at GitHub, by its API as it behaves. */
class HookRegistrationTest {

    private static final String URL = "https://painchain.example.com/api/v1/webhooks/github/0195";
    private static final String SECRET = "a secret of some length";

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final GitHubSimulator gitHub = GitHubSimulator
            .start(SimulatorConfig.of(clock).limits(LimitSettings.likeGitHub().countedOnly()));
    private final Repository api = gitHub.world().createRepository(new NewRepository("acme/api"));
    private String token = SimulatorConfig.TOKEN;

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private HookOutput ask(Action action, String repository, List<String> events, List<String> known, Instant since) {
        return ask(new HookInput(action, repository, null, URL, SECRET, events, known, since));
    }

    private HookOutput ask(HookInput input) {
        Map<String, Object> config = Map.of("token", token, "apiUrl", gitHub.enterpriseUri().toString(), "repositories",
                List.of("acme/api"));
        return new HookHandler(Asked.connections(clock, Duration.ofSeconds(10)))
                .handle(Asked.task(TaskKind.hook, config, ContractJson.map(input)), Asked.unheard());
    }

    private HookOutput ask(Action action) {
        return ask(action, "acme/api", List.of(), null, null);
    }

    @Test
    void registersOnceAndKeepsItAsAsked() {
        // When
        HookOutput made = ask(Action.register);
        HookOutput again = ask(Action.register, "acme/api", List.of("push"), null, null);

        // Then
        assertThat(made.ok()).isTrue();
        assertThat(again.hookId()).isEqualTo(made.hookId());
        assertThat(api.hooks().all()).hasSize(1);
        Hook hook = api.hooks().all().get(0);
        assertThat(hook.url()).isEqualTo(URL);
        assertThat(hook.contentType()).isEqualTo("json");
        assertThat(hook.secret()).isEqualTo(SECRET);
        assertThat(hook.events()).containsExactly("push");
    }

    @Test
    void pingsAndRemovesAndIsContentWithWhatIsGone() {
        // Given
        HookOutput early = ask(Action.ping);
        ask(Action.register);
        long id = api.hooks().all().get(0).id();

        // When
        HookOutput pinged = ask(Action.ping);
        HookOutput removed = ask(Action.remove);
        HookOutput again = ask(Action.remove);

        // Then
        assertThat(early.ok()).isFalse();
        assertThat(early.message()).isEqualTo("The webhook is not there: register it");
        assertThat(pinged.ok()).isTrue();
        assertThat(api.hooks().deliveries(id)).extracting(HookDelivery::event).containsExactly("ping");
        assertThat(removed.ok()).isTrue();
        assertThat(again.ok()).isTrue();
        assertThat(api.hooks().all()).isEmpty();
    }

    @Test
    void sendsAgainWhatDidNotArrive() {
        // Given
        ask(Action.register);
        long id = api.hooks().all().get(0).id();
        HookDelivery old = api.hooks().delivered(id, "push", null, 500);
        clock.tick(Duration.ofHours(1));
        Instant since = clock.instant();
        HookDelivery lost = api.hooks().delivered(id, "push", null, 502);
        HookDelivery arrived = api.hooks().delivered(id, "push", null, 202);

        // When
        HookOutput compared = ask(Action.compare, "acme/api", List.of(), List.of(arrived.guid()), since);
        HookOutput after = ask(Action.compare, "acme/api", List.of(), List.of(arrived.guid(), lost.guid()), since);

        // Then
        assertThat(compared.ok()).isFalse();
        assertThat(compared.missing()).isEqualTo(1);
        assertThat(compared.redelivered()).isEqualTo(1);
        assertThat(api.hooks().deliveries(id)).filteredOn(HookDelivery::redelivery).extracting(HookDelivery::guid)
                .containsExactly(lost.guid()).doesNotContain(old.guid());
        assertThat(after.ok()).isTrue();
    }

    @Test
    void registersComparesAndRemovesTheHookOfAnOrganization() {
        // When
        HookOutput made = ask(Action.register, "acme", List.of(), null, null);
        HookOutput again = ask(Action.register, "acme", List.of("push"), null, null);

        // Then
        Hooks hooks = gitHub.world().hooks("acme");
        assertThat(again.hookId()).isEqualTo(made.hookId());
        assertThat(hooks.all()).singleElement().satisfies(hook -> {
            assertThat(hook.url()).isEqualTo(URL);
            assertThat(hook.secret()).isEqualTo(SECRET);
            assertThat(hook.events()).containsExactly("push");
        });

        // When
        long id = hooks.all().get(0).id();
        HookDelivery lost = hooks.delivered(id, "push", null, 502);
        List<String> sent = new ArrayList<>();
        hooks.sendBy(delivery -> {
            sent.add(delivery.guid());
            return 202;
        });
        HookOutput compared = ask(Action.compare, "acme", List.of(), List.of(), null);

        // Then
        assertThat(compared.missing()).isEqualTo(1);
        assertThat(sent).containsExactly(lost.guid());
        assertThat(ask(Action.ping, "acme", List.of(), null, null).ok()).isTrue();
        assertThat(ask(Action.remove, "acme", List.of(), null, null).ok()).isTrue();
        assertThat(hooks.all()).isEmpty();
        assertThat(ask(Action.remove, "acme", List.of(), null, null).ok()).isTrue();
    }

    @Test
    void saysThatATokenMayNotHaveAnOrganizationsHooks() {
        // Given
        gitHub.tokens().add(TokenGrant.fineGrained("github_pat_writer", "alice").writing(Permission.REPOSITORY_HOOKS));
        token = "github_pat_writer";

        // When
        HookOutput refused = ask(Action.register, "acme", List.of(), null, null);

        // Then
        assertThat(refused.ok()).isFalse();
        assertThat(refused.message()).contains("an organization admin:org_hook");
        assertThat(gitHub.world().hooks("acme").all()).isEmpty();
    }

    @Test
    void saysOfWhichRepositoriesDeliveriesDidNotArrive() {
        // Given
        ask(Action.register, "acme", List.of(), null, null);
        Hooks hooks = gitHub.world().hooks("acme");
        long id = hooks.all().get(0).id();
        hooks.deliveredOf(id, 9, "push", null, 502);
        hooks.deliveredOf(id, 7, "push", null, 502);
        hooks.deliveredOf(id, 7, "release", null, 502);

        // When
        HookOutput compared = ask(Action.compare, "acme", List.of(), List.of(), null);
        hooks.delivered(id, "repository", null, 502);
        HookOutput unknown = ask(Action.compare, "acme", List.of(), List.of(), null);

        // Then
        assertThat(compared.missing()).isEqualTo(3);
        assertThat(compared.missingOf()).containsExactly(7L, 9L);
        assertThat(unknown.missingOf()).isNull();
    }

    @Test
    void doesNotAgreeWithAWebhookThatIsSwitchedOff() {
        // Given
        ask(Action.register);
        api.hooks().edit(api.hooks().all().get(0).id(), List.of("push"), false);

        // When
        HookOutput compared = ask(Action.compare, "acme/api", List.of(), List.of(), null);
        ask(Action.register);

        // Then
        assertThat(compared.ok()).isFalse();
        assertThat(compared.hookId()).as("it was looked at").isNotNull();
        assertThat(compared.message()).isEqualTo("The webhook is switched off at GitHub: register it again");
        assertThat(ask(Action.compare, "acme/api", List.of(), List.of(), null).ok()).isTrue();
    }

    @Test
    void leavesDeliveriesThatMayBeOnTheirWayToTheNextComparison() {
        // Given
        ask(Action.register);
        Instant until = clock.instant();
        clock.tick(Duration.ofSeconds(1));
        api.hooks().delivered(api.hooks().all().get(0).id(), "push", null, 202);

        // When
        HookOutput compared = ask(
                new HookInput(Action.compare, "acme/api", null, URL, null, List.of(), List.of(), null, until));

        // Then
        assertThat(compared.ok()).isTrue();
        assertThat(compared.missing()).isZero();
    }

    @Test
    void doesNotAgreeWhereMoreWasDeliveredThanIsListed() {
        // Given
        ask(Action.register);
        long id = api.hooks().all().get(0).id();
        List<String> arrived = new ArrayList<>();
        for (int i = 0; i < 6_001; i++) {
            arrived.add(api.hooks().delivered(id, "push", null, 202).guid());
        }

        // When
        HookOutput compared = ask(Action.compare, "acme/api", List.of(), arrived, null);

        // Then
        assertThat(compared.ok()).isFalse();
        assertThat(compared.missing()).isZero();
        assertThat(compared.message()).contains("too many to be listed");
    }

    @Test
    void saysWhatTheTokenLacks() {
        // Given
        gitHub.tokens().add(TokenGrant.fineGrained("github_pat_reader", "alice", Permission.CONTENTS));
        token = "github_pat_reader";

        // When
        HookOutput refused = ask(Action.register);

        // Then
        assertThat(refused.ok()).isFalse();
        assertThat(refused.message()).contains("the token needs Webhooks (read and write)");
        assertThat(ask(Action.register, "acme/api/x", List.of(), null, null).message()).startsWith("Name the repository");
    }
}
