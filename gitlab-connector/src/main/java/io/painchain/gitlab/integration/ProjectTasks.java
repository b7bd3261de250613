package io.painchain.gitlab.integration;

import java.util.ArrayList;
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
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.graphql.GraphQl;
import io.painchain.gitlab.auth.TokenLife;
import io.painchain.gitlab.change.ChangeKinds;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.gitlab.project.GitLabProject;
import io.painchain.gitlab.project.ProjectReader;
import io.painchain.gitlab.project.ProjectSurroundings;

final class ProjectTasks {

    private final String integrationId;
    private final IntegrationConfig config;
    private final ConnectorContext context;
    private final Runnable goOn;
    private final GitLabApi api;
    private final GraphQl details;
    private final GraphQlProbe probe;
    private final Cadences cadences;
    private final MemberProjects members;
    private final TokenLife life;
    private final ConcurrentMap<Long, String> claims = new ConcurrentHashMap<>();
    private final ConcurrentMap<ProjectName, PastFindings> backfilled = new ConcurrentHashMap<>();
    private final Map<ProjectName, RepositoryTask> tasks = new LinkedHashMap<>();
    private volatile List<RepositoryTask> all = List.of();
    private CheckpointBook checkpoints;

    /** @param goOn throws to stop reading */
    ProjectTasks(String integrationId, IntegrationConfig config, ConnectorContext context, Runnable goOn) {
        this.integrationId = integrationId;
        this.config = config;
        this.context = context;
        this.goOn = goOn;
        this.api = context.api(config);
        this.details = new GraphQl(api, context.clock(), "details of merge requests");
        this.probe = new GraphQlProbe(new GraphQl(api, context.clock(), "what moved"), claims, context.clock());
        this.cadences = context.settings().cadences().among(config.projects().size());
        this.members = new MemberProjects(api, context.clock());
        this.life = new TokenLife(api, context.clock());
    }

    GraphQlProbe probe() {
        return probe;
    }

    List<String> warnings() {
        List<String> warnings = new ArrayList<>(life.warnings());
        warnings.addAll(members.warnings());
        return List.copyOf(warnings);
    }

    /** As of the last {@link #refresh()}. */
    List<RepositoryTask> all() {
        return all;
    }

    /** Takes what a backfill has found; the next {@link #refresh()} applies it. */
    void reach(ProjectName project, PastFindings past) {
        backfilled.merge(project, past, (known, more) -> known.and(more, context.clock().instant()));
    }

    /** Not thread-safe. */
    void refresh() {
        if (checkpoints == null) {
            checkpoints = new CheckpointBook(ChangeKinds.ALL, context.backend().checkpoints(integrationId));
        }
        life.refresh();
        Map<ProjectName, List<String>> wanted = wanted();
        tasks.keySet().retainAll(wanted.keySet());
        claims.values().retainAll(wanted.keySet().stream().map(ProjectName::toString).toList());
        wanted.forEach((name, tags) -> tasks.computeIfAbsent(name,
                added -> new RepositoryTask(added.toString(), crawl(added, tags))));
        for (ProjectName name : backfilled.keySet()) {
            if (tasks.containsKey(name)) {
                tasks.get(name).sync().reach(backfilled.remove(name));
            }
        }
        all = List.copyOf(tasks.values());
    }

    private Map<ProjectName, List<String>> wanted() {
        if (!config.projects().isEmpty() || !config.unsound().isEmpty()) {
            return config.projects();
        }
        Map<ProjectName, List<String>> wanted = new LinkedHashMap<>();
        members.names().forEach(name -> wanted.put(name, List.of()));
        return wanted;
    }

    private RepositorySync<ProjectReader> crawl(ProjectName name, List<String> tags) {
        CrawlContext crawl = new CrawlContext(integrationId, ChangeKinds.ALL, context.publisher(), checkpoints, cadences,
                context.clock(), goOn);
        ProjectSurroundings with = new ProjectSurroundings(crawl, api, details, ChangeKinds.LIST, config.branches());
        return new RepositorySync<>(crawl, new GitLabProject(with, name, tags), this::claim);
    }

    /** A name that leads to another project than before releases that one. */
    private boolean claim(Long projectId, String name) {
        claims.entrySet().removeIf(claim -> claim.getValue().equals(name) && !claim.getKey().equals(projectId));
        return name.equals(claims.computeIfAbsent(projectId, free -> name));
    }
}
