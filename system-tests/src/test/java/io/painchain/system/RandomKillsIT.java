package io.painchain.system;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.simulator.gitlab.GitLabConfig;
import io.painchain.simulator.gitlab.GitLabSimulator;
import io.painchain.simulator.gitlab.limit.LimitSettings;

/**
 * Connector and backend are killed at random while things happen, and the timeline is in the end what it had been without.
 * {@code -Dkills.seconds=600} goes on for ten minutes, {@code kills.seed} kills at other times.
 */
class RandomKillsIT {

    private static final Logger LOG = Logger.getLogger(RandomKillsIT.class);
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("kills.seconds", 20));
    private static final long SEED = Long.getLong("kills.seed", 7);
    private static final int PROJECTS = 20;
    private static final Duration EVERY = Duration.ofMillis(250);

    private final Installation installation = new Installation();
    private final GitLabSimulator gitLab = GitLabSimulator
            .start(GitLabConfig.of(Clock.systemUTC()).prefix("/gitlab").limits(LimitSettings.none()));

    @BeforeEach
    void install() {
        installation.startBackend();
    }

    @AfterEach
    void uninstall() {
        installation.close();
        gitLab.close();
    }

    @Test
    void gitLabsTimelineIsWhatItHadBeenUndisturbed() throws Exception {
        try (var life = new GitLabLife(gitLab, PROJECTS, SEED)) {
            var kills = new RandomKills(installation, this::startConnector, SEED);
            awaitFirstReads(installation.integrate(installation.api(), "gitlab", "Kills", config(life)));
            var since = Instant.now();

            life.begin(EVERY);
            kills.goOn(LENGTH);
            life.end();

            var expected = life.expected(since);
            LOG.infof("%s, %d events", kills, expected.size());
            Arrivals.awaitExactly(installation.timeline(), "from=" + since, expected);
        }
    }

    /** A first read goes back only so far, so that none may begin while things happen. */
    private void awaitFirstReads(String integration) {
        await("first reads").atMost(Patience.PROCESS).until(() -> installation.api().get("/api/integrations/" + integration)
                .jsonPath().getList("repositories.findAll { it.lastSync != null }").size() == PROJECTS);
    }

    private PackagedProcess startConnector() {
        var settings = new HashMap<>(Map.of("PAINCHAIN_GITLAB_RESOURCES_INTERVAL", "10s",
                "PAINCHAIN_GITLAB_RELEASES_INTERVAL", "10s", "PAINCHAIN_GITLAB_REQUESTS_PER_MINUTE", "100000"));
        return installation.startConnector("gitlab", installation.uri(), settings);
    }

    private Map<String, Object> config(GitLabLife life) {
        return Map.of("token", GitLabConfig.TOKEN, "url", gitLab.uri().toString(), "projects", life.names());
    }
}
