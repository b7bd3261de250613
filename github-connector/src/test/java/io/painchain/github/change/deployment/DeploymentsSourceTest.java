package io.painchain.github.change.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Known;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.measure.ApiMetrics;
import io.painchain.connector.rig.SettableClock;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.limit.LimitSettings;
import io.painchain.simulator.world.change.By;
import io.painchain.simulator.world.deployment.NewDeployment;
import io.painchain.simulator.world.git.NewCommit;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;

/** A deployment tells what it shipped since the one before it in its environment. */
class DeploymentsSourceTest {

    private static final By ALICE = By.user("alice");

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final GitHubSimulator gitHub = GitHubSimulator
            .start(SimulatorConfig.of(clock).limits(LimitSettings.likeGitHub().countedOnly()));
    private final Repository api = gitHub.world().createRepository(new NewRepository("acme/api"));
    private DeploymentsState slice = DeploymentsState.UNREAD;

    @AfterEach
    void stop() {
        gitHub.close();
    }

    @Test
    void tellsTheCommitsSinceTheVersionBefore() {
        // Given
        String before = pushed("Begin");
        deployed("main", "production");
        String one = pushed("One");
        String two = pushed("Two");

        // When
        EventDraft shipped = deployed("main", "production");

        // Then
        assertThat(shipped.correlationKeys()).contains(key("before", before), key("ships", one), key("ships", two))
                .noneMatch(key -> key.startsWith("reverts:"));
        assertThat(shipped.data()).containsEntry("shipped_from", before).containsEntry("shipped_count", 2)
                .containsEntry("taken_back", List.of());
        assertThat((List<?>) shipped.data().get("shipped")).hasSize(2)
                .allSatisfy(commit -> assertThat(((Map<?, ?>) commit).get("authored_at")).isNotNull());
        assertThat(shipped.asOf()).isEqualTo(shipped.timestamp().plusMillis(1));
    }

    @Test
    void tellsWhatARollbackTakesBack() {
        String before = pushed("Begin");
        deployed("main", "production");
        String bad = pushed("Bad");
        deployed("main", "production");

        EventDraft back = deployed(before, "production");

        assertThat(back.correlationKeys()).contains(key("before", bad), key("reverts", bad))
                .noneMatch(key -> key.startsWith("ships:"));
        assertThat(back.data()).containsEntry("shipped_count", 0).containsEntry("taken_back", List.of(bad));
    }

    @Test
    void comparesOnceForEachEnvironmentAndNothingForTheSameVersion() {
        // Given
        pushed("Begin");
        deployed("main", "production");
        deployed("main", "staging");
        pushed("One");
        assertThat(comparisons()).isZero();

        // When
        EventDraft first = deployed("main", "production");
        EventDraft again = deployed("main", "production");
        EventDraft staging = deployed("main", "staging");
        read();

        // Then
        assertThat(comparisons()).isEqualTo(2);
        assertThat(first.data()).containsEntry("shipped_count", 1);
        assertThat(again.data()).containsEntry("shipped_count", 0);
        assertThat(staging.data()).containsEntry("shipped_count", 1);
    }

    @Test
    void comparesNothingInTheFirstSync() {
        pushed("Begin");
        create("main", "production");
        pushed("One");
        create("main", "production");

        assertThat(read()).noneMatch(draft -> draft.data().containsKey("shipped_from"));
        assertThat(comparisons()).isZero();
        assertThat(slice.live()).containsOnlyKeys("production");
    }

    @Test
    void completesWhatCouldNotBeCompared() {
        // Given
        String before = pushed("Begin");
        deployed("main", "production");
        String one = pushed("One");
        gitHub.faults().on("**/compare/**", -1, Fault.status(502));

        // When
        EventDraft thin = deployed("main", "production");
        gitHub.faults().clear();
        var completed = new DeploymentsSource().again(reader(), known(),
                new OpenRecord("deployments", thin.data().get("deployment_id").toString(), Map.of("before", before))).drafts();

        // Then
        assertThat(thin.correlationKeys()).noneMatch(key -> key.startsWith("ships:"));
        assertThat(thin.data()).containsEntry("missing", List.of("shipped"));
        assertThat(completed).filteredOn(draft -> draft.externalId().equals(thin.externalId())).singleElement()
                .satisfies(draft -> assertThat(draft.correlationKeys()).contains(key("ships", one)));
    }

    private EventDraft deployed(String ref, String environment) {
        String id = create(ref, environment);
        return read().stream().filter(draft -> draft.externalId().equals(id)).findFirst().orElseThrow();
    }

    private String create(String ref, String environment) {
        clock.tick(Duration.ofMinutes(2));
        long id = api.deployments().create(new NewDeployment(ref, environment), ALICE).id();
        clock.tick(Duration.ofSeconds(30));
        long status = api.deployments().status(id, "success", null, ALICE).id();
        clock.tick(Duration.ofSeconds(10));
        return "deployment-acme/api-" + id + "#status-" + status;
    }

    private List<EventDraft> read() {
        var crawl = new DeploymentsSource().read(reader(), known());
        slice = crawl.slice();
        return crawl.drafts();
    }

    private Known<DeploymentsState> known() {
        DeploymentsState stored = slice;
        return new Known<>() {
            @Override
            public DeploymentsState slice() {
                return stored;
            }

            @Override
            public <O> O of(ChangeKind<O> other) {
                throw new UnsupportedOperationException("Deployments depend on no other kind");
            }

            @Override
            public Instant coveredFrom(String source) {
                return null;
            }
        };
    }

    private RepositoryReader reader() {
        GitHubApi gitHubApi = new GitHubApi(new HttpTransport(Duration.ofSeconds(10), 10_000_000),
                ApiUrl.parse(gitHub.enterpriseUri().toString()), () -> SimulatorConfig.TOKEN,
                GitHubLimits.budget(clock, 100_000), new ApiMetrics("github", new SimpleMeterRegistry()), clock);
        return new RepositoryReader(gitHubApi, new RepositoryScope("acme/api", "acme/api", 42, "i", List.of()), clock, () -> {
        }, null, new WholeReads(1_000_000, clock, 42));
    }

    private String pushed(String message) {
        clock.tick(Duration.ofMinutes(1));
        api.git().push("main", List.of(new NewCommit(message)), ALICE);
        return api.git().resolve("main");
    }

    private long comparisons() {
        return gitHub.requests().recent().stream().filter(request -> request.path().contains("/compare/")).count();
    }

    private static String key(String type, String sha) {
        return type + ":commit:acme/api@" + sha;
    }
}
