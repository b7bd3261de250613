package io.painchain.github.integration;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.sync.Cadences;
import io.painchain.github.sync.CheckpointBook;
import io.painchain.github.sync.RepositoryProbe;
import io.painchain.github.sync.RepositorySurroundings;
import io.painchain.github.sync.RepositorySync;

/** The repositories of an integration, each with its crawl: those that it names, or the ones pushed to most recently. */
final class RepositoryTasks {

    private final String integrationId;
    private final IntegrationConfig config;
    private final ConnectorContext workshop;
    private final Runnable goOn;
    private final GitHubApi api;
    private final GraphQl details;
    private final GraphQl probe;
    private final Cadences cadences;
    private final RecentRepositories recent;
    private final ConcurrentMap<Long, String> claims = new ConcurrentHashMap<>();
    private final ConcurrentMap<RepositoryName, Map<String, Instant>> backfilled = new ConcurrentHashMap<>();
    private final Map<RepositoryName, RepositoryTask> tasks = new LinkedHashMap<>();
    private volatile List<RepositoryTask> all = List.of();
    private CheckpointBook checkpoints;

    /** @param goOn throws where nothing more is to be read */
    RepositoryTasks(String integrationId, IntegrationConfig config, ConnectorContext workshop, Runnable goOn) {
        this.integrationId = integrationId;
        this.config = config;
        this.workshop = workshop;
        this.goOn = goOn;
        this.api = workshop.api(config);
        this.details = new GraphQl(api, workshop.clock(), "details of pull requests");
        this.probe = new GraphQl(api, workshop.clock(), "what moved");
        this.cadences = workshop.settings().cadences().among(config.repositories().size());
        this.recent = new RecentRepositories(api, config.credentials() instanceof AppCredentials, workshop.clock());
    }

    /** Looks at them by the same API that their crawls ask. */
    RepositoryProbe probe() {
        return new RepositoryProbe(probe);
    }

    /** As of the last {@link #refresh()}. */
    List<RepositoryTask> all() {
        return all;
    }

    /** A backfill has read these sources of a repository back to these moments; the next {@link #refresh()} hands it on. */
    void reach(RepositoryName repository, Map<String, Instant> back) {
        backfilled.computeIfAbsent(repository, first -> new ConcurrentHashMap<>()).putAll(back);
    }

    /** Not for use by two threads at once. */
    void refresh() {
        if (checkpoints == null) {
            checkpoints = new CheckpointBook(workshop.backend().checkpoints(integrationId));
        }
        Map<RepositoryName, List<String>> wanted = wanted();
        tasks.keySet().retainAll(wanted.keySet());
        claims.values().retainAll(wanted.keySet().stream().map(RepositoryName::toString).toList());
        wanted.forEach((name, tags) -> tasks.computeIfAbsent(name, added -> new RepositoryTask(added, crawl(added, tags))));
        for (RepositoryName name : backfilled.keySet()) {
            if (tasks.containsKey(name)) {
                tasks.get(name).sync().reach(backfilled.remove(name));
            }
        }
        all = List.copyOf(tasks.values());
    }

    private Map<RepositoryName, List<String>> wanted() {
        if (!config.repositories().isEmpty() || !config.unsound().isEmpty()) {
            return config.repositories();
        }
        Map<RepositoryName, List<String>> wanted = new LinkedHashMap<>();
        recent.names().forEach(name -> wanted.put(name, List.of()));
        return wanted;
    }

    private RepositorySync crawl(RepositoryName name, List<String> tags) {
        return new RepositorySync(new RepositorySurroundings(integrationId, api, details, workshop.publisher(), checkpoints,
                cadences, workshop.clock(), this::claim, goOn, config.branches()), name, tags);
    }

    private boolean claim(Long repositoryId, String name) {
        return name.equals(claims.computeIfAbsent(repositoryId, free -> name));
    }
}
