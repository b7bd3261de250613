package io.painchain.github.integration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.cycle.RepositoryTask;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.repository.RepositorySync;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.repository.GitHubRepository;
import io.painchain.github.repository.GraphQlProbe;
import io.painchain.github.repository.RepositoryContext;
import io.painchain.github.repository.RepositoryReader;

final class RepositoryTasks {

    private final String integrationId;
    private final IntegrationConfig config;
    private final ConnectorContext context;
    private final Runnable goOn;
    private final GitHubApi api;
    private final GraphQl details;
    private final GraphQl probe;
    private final Cadences cadences;
    private final RecentRepositories recent;
    private final ConcurrentMap<Long, String> claims = new ConcurrentHashMap<>();
    private final ConcurrentMap<RepositoryName, PastFindings> backfilled = new ConcurrentHashMap<>();
    private final Map<RepositoryName, RepositoryTask> tasks = new LinkedHashMap<>();
    private volatile List<RepositoryTask> all = List.of();
    private CheckpointBook checkpoints;

    /** @param goOn throws to stop reading */
    RepositoryTasks(String integrationId, IntegrationConfig config, ConnectorContext context, Runnable goOn) {
        this.integrationId = integrationId;
        this.config = config;
        this.context = context;
        this.goOn = goOn;
        this.api = context.api(integrationId, config);
        this.details = new GraphQl(api, context.clock(), "details of pull requests");
        this.probe = new GraphQl(api, context.clock(), "what moved");
        this.cadences = context.settings().cadences().among(config.repositories().size());
        this.recent = new RecentRepositories(api, config.credentials() instanceof AppCredentials, context.clock());
    }

    GraphQlProbe probe() {
        return new GraphQlProbe(probe, ChangeKinds.LIST);
    }

    List<String> warnings() {
        return recent.warnings();
    }

    /** As of the last {@link #refresh()}. */
    List<RepositoryTask> all() {
        return all;
    }

    /** Takes how far back a backfill has read each source; the next {@link #refresh()} applies it. */
    void reach(RepositoryName repository, PastFindings past) {
        backfilled.merge(repository, past, (known, more) -> known.and(more, context.clock().instant()));
    }

    /** Not thread-safe. */
    void refresh() {
        if (checkpoints == null) {
            checkpoints = new CheckpointBook(ChangeKinds.ALL, context.backend().checkpoints(integrationId));
        }
        Map<RepositoryName, List<String>> wanted = wanted();
        tasks.keySet().retainAll(wanted.keySet());
        claims.values().retainAll(wanted.keySet().stream().map(RepositoryName::toString).toList());
        wanted.forEach(
                (name, tags) -> tasks.computeIfAbsent(name, added -> new RepositoryTask(added.toString(), crawl(added, tags))));
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

    private RepositorySync<RepositoryReader> crawl(RepositoryName name, List<String> tags) {
        CrawlContext crawl = new CrawlContext(integrationId, ChangeKinds.ALL, context.publisher(), checkpoints, cadences,
                context.clock(), goOn);
        RepositoryContext with = new RepositoryContext(crawl, api, details, ChangeKinds.LIST, config.branches());
        return new RepositorySync<>(crawl, new GitHubRepository(with, name, tags), this::claim);
    }

    /** A name that leads to another repository than before releases that one. */
    private boolean claim(Long repositoryId, String name) {
        claims.entrySet().removeIf(claim -> claim.getValue().equals(name) && !claim.getKey().equals(repositoryId));
        return name.equals(claims.computeIfAbsent(repositoryId, free -> name));
    }
}
