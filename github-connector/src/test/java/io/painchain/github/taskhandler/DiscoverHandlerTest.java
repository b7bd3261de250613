package io.painchain.github.taskhandler;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.rig.SettableClock;
import io.painchain.github.rig.Asked;
import io.painchain.github.rig.Rig;
import io.painchain.github.rig.StubGitHub;
import io.painchain.model.task.DiscoveredRepository;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.TaskKind;
import io.painchain.simulator.GitHubSimulator;
import io.painchain.simulator.SimulatorConfig;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.world.repository.NewRepository;

class DiscoverHandlerTest {

    private final SettableClock clock = new SettableClock(Rig.START);
    private final GitHubSimulator gitHub = GitHubSimulator.start(SimulatorConfig.of(clock));
    private final DiscoverHandler handler = new DiscoverHandler(Asked.connections(clock, Duration.ofSeconds(10)),
            Duration.ofSeconds(8));

    @BeforeEach
    void createRepositories() {
        for (int i = 1; i <= 120; i++) {
            clock.tick(Duration.ofMinutes(1));
            gitHub.world().createRepository(new NewRepository("acme/service-" + i));
        }
    }

    @AfterEach
    void stop() {
        gitHub.close();
    }

    private Discovery find(String token, String q, int page, int perPage) {
        Map<String, Object> config = Map.of("token", token, "apiUrl", gitHub.enterpriseUri().toString(), "repositories",
                List.of("acme/service-119"));
        return handler.handle(
                Asked.task(TaskKind.discover, config, Map.of("q", q, "page", page, "perPage", perPage)),
                Asked.unheard());
    }

    private Discovery find(Map<String, Object> filter) {
        Map<String, Object> config = Map.of("token", SimulatorConfig.TOKEN, "apiUrl", gitHub.enterpriseUri().toString());
        return handler.handle(
                Asked.task(TaskKind.discover, config, Map.of("page", 1, "perPage", 30, "filter", filter)), Asked.unheard());
    }

    private static List<String> names(Discovery discovery) {
        return discovery.repositories().stream().map(DiscoveredRepository::name).toList();
    }

    @Test
    void listsTheMostRecentlyPushedFirstPageByPage() {
        Discovery first = find(SimulatorConfig.TOKEN, "", 1, 50);
        Discovery last = find(SimulatorConfig.TOKEN, "", 3, 50);

        assertThat(names(first)).hasSize(50).startsWith("acme/service-120", "acme/service-119");
        assertThat(first.nextPage()).isEqualTo(2);
        assertThat(names(last)).hasSize(20).endsWith("acme/service-1");
        assertThat(last.nextPage()).isNull();
    }

    @Test
    void knowsWhatIsTrackedAlready() {
        assertThat(find(SimulatorConfig.TOKEN, "", 1, 3).repositories()).extracting(DiscoveredRepository::tracked)
                .containsExactly(false, true, false);
    }

    @Test
    void findsByPartOfAName() {
        assertThat(names(find(SimulatorConfig.TOKEN, " Service-11 ", 1, 30))).hasSize(11).contains("acme/service-11",
                "acme/service-110");
    }

    @Test
    void findsForksArchivedOnesAndThoseThatAreActive() {
        // Given
        clock.tick(Duration.ofDays(40));
        gitHub.world().createRepository(new NewRepository("acme/copy").asFork());
        String lastMonth = clock.instant().minus(Duration.ofDays(30)).toString();

        // When, Then
        assertThat(names(find(Map.of("fork", true)))).containsExactly("acme/copy");
        assertThat(names(find(Map.of("fork", false)))).hasSize(30).doesNotContain("acme/copy");
        assertThat(names(find(Map.of("activeSince", lastMonth)))).containsExactly("acme/copy");
        assertThat(names(find(Map.of("archived", true)))).isEmpty();
        assertThat(find(Map.of("archived", false)).repositories().get(0).externalId()).matches("[0-9]+");
    }

    @Test
    void asksGitHubOnceForWhatIsLookedAtTwice() {
        find(SimulatorConfig.TOKEN, "", 1, 30);
        gitHub.requests().reset();

        find(SimulatorConfig.TOKEN, "", 2, 30);

        assertThat(gitHub.requests().total()).isZero();
    }

    @Test
    void warnsOfOrganizationsThatSingleSignOnHides() {
        // Given
        gitHub.world().createRepository(new NewRepository("hidden/api"));
        gitHub.tokens().add(TokenGrant.classic("ghp_without_sso", "alice").withoutSso("hidden"));

        // When
        Discovery found = find("ghp_without_sso", "", 1, 30);

        // Then
        assertThat(found.warnings()).singleElement().asString().startsWith("Repositories of 1 organization are left out (");
        assertThat(find(SimulatorConfig.TOKEN, "", 1, 30).warnings()).isEmpty();
    }

    @Test
    void saysThatNotAllAreListedWhereTheListHasNoEnd() {
        // Given
        DiscoverHandler patient = new DiscoverHandler(Asked.connections(clock, Duration.ofSeconds(10)), Duration.ofMinutes(3));
        try (StubGitHub endless = new StubGitHub()) {
            String next = "<" + endless.api() + "/user/repos?per_page=100&page=2>; rel=\"next\"";
            endless.on(get(urlPathEqualTo("/api/v3/user/repos"))
                    .willReturn(StubGitHub.json("[{\"id\": 7, \"full_name\": \"acme/api\"}]").withHeader("Link", next)));

            // When
            Discovery found = patient.handle(
                    Asked.task(TaskKind.discover, Map.of("token", "ghp_test", "apiUrl", endless.api().toString()),
                            Map.of("q", "beyond", "page", 1, "perPage", 30)),
                    Asked.unheard());

            // Then
            assertThat(found.repositories()).isEmpty();
            assertThat(found.warnings()).containsExactly(
                    "More than 10000 repositories can be seen; those beyond are not listed, but their names may be typed");
        }
    }

    @Test
    void saysThatATokenIsWrong() {
        assertThatThrownBy(() -> find("ghp_wrong", "", 1, 30)).isInstanceOf(ProviderException.class)
                .hasMessageStartingWith("Authentication failed");
    }
}
