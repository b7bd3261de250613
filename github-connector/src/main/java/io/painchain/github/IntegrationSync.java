package io.painchain.github;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

import org.jboss.logging.Logger;

import io.painchain.github.backend.BackendException;
import io.painchain.github.github.GitHubApi;
import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.github.RepositoryName;
import io.painchain.github.sync.CheckpointBook;
import io.painchain.github.sync.RepositoryReport;
import io.painchain.github.sync.RepositorySurroundings;
import io.painchain.github.sync.RepositorySync;
import io.painchain.model.IntegrationView;
import io.painchain.model.SyncReport;

/**
 * The cycles of one version of an integration: in each, every repository that is not still being read is read, and one report
 * tells how it went. A repository that takes longer than the cycle is told of in a later one.
 */
final class IntegrationSync {

    private static final Logger LOG = Logger.getLogger(IntegrationSync.class);

    private final IntegrationView integration;
    private final IntegrationConfig config;
    private final Workshop workshop;
    private final GitHubApi api;
    private final RecentRepositories recent;
    private final ConcurrentMap<Long, String> claims = new ConcurrentHashMap<>();
    private final Map<RepositoryName, RepositoryTask> tasks = new LinkedHashMap<>();
    private final Set<RepositoryTask> pending = ConcurrentHashMap.newKeySet();
    private CheckpointBook checkpoints;
    private Instant startedAt;
    private Instant nextCycleAt = Instant.MIN;
    private boolean open;
    private boolean everComplete;
    private String trouble;
    private volatile boolean ended;

    IntegrationSync(IntegrationView integration, IntegrationConfig config, Workshop workshop) {
        this.integration = integration;
        this.config = config;
        this.workshop = workshop;
        this.api = workshop.api(config);
        this.recent = new RecentRepositories(api, workshop.clock());
    }

    IntegrationView integration() {
        return integration;
    }

    String budgetKey() {
        return Workshop.budgetKey(config);
    }

    /** Whether the backend says that the integration is no more. */
    boolean ended() {
        return ended;
    }

    /** No request and no batch begins after this; one that is under way ends. */
    void end() {
        ended = true;
    }

    void tick() {
        Instant now = workshop.clock().instant();
        boolean begin;
        boolean overrun;
        synchronized (this) {
            begin = !open && !now.isBefore(nextCycleAt);
            overrun = open && startedAt != null && !now.isBefore(startedAt.plus(config.pollInterval()));
            if (begin) {
                open = true;
                startedAt = null;
            }
        }
        if (begin) {
            workshop.lanes().submit(integration.id(), this::begin);
        } else if (overrun) {
            workshop.lanes().submit(integration.id(), () -> finish(true));
        }
    }

    private void begin() {
        Instant now = workshop.clock().instant();
        List<RepositoryTask> due;
        try {
            prepare();
            due = tasks.values().stream().filter(task -> task.tryStart(now)).toList();
        } catch (GitHubException e) {
            trouble = e.getMessage();
            due = List.of();
        } catch (BackendException e) {
            backendFailed(e);
            synchronized (this) {
                open = false;
                nextCycleAt = now.plusSeconds(1);
            }
            return;
        }
        pending.addAll(due);
        synchronized (this) {
            startedAt = now;
        }
        for (RepositoryTask task : due) {
            workshop.lanes().submit(budgetKey(), () -> run(task));
        }
        if (due.isEmpty()) {
            finish(false);
        }
    }

    private void prepare() {
        trouble = null;
        if (checkpoints == null) {
            checkpoints = new CheckpointBook(workshop.backend().checkpoints(integration.id()));
        }
        Map<RepositoryName, List<String>> wanted = config.repositories();
        if (wanted.isEmpty() && config.unsound().isEmpty()) {
            wanted = new LinkedHashMap<>();
            for (RepositoryName name : recent.names()) {
                wanted.put(name, List.of());
            }
        }
        tasks.keySet().retainAll(wanted.keySet());
        claims.values().retainAll(wanted.keySet().stream().map(RepositoryName::toString).toList());
        wanted.forEach((name, tags) -> tasks.computeIfAbsent(name, added -> new RepositoryTask(added, crawl(added, tags))));
    }

    private RepositorySync crawl(RepositoryName name, List<String> tags) {
        return new RepositorySync(new RepositorySurroundings(integration.id(), api, workshop.publisher(), checkpoints,
                workshop.settings().cadences(), workshop.clock(), this::claim, this::goOn, config.branches()), name, tags);
    }

    private boolean claim(Long repositoryId, String name) {
        return name.equals(claims.computeIfAbsent(repositoryId, free -> name));
    }

    private void goOn() {
        if (ended || workshop.stopping().getAsBoolean()) {
            throw new GitHubException(Kind.STOPPING, "The connector is stopping");
        }
    }

    private void run(RepositoryTask task) {
        RepositoryReport report = null;
        try {
            goOn();
            report = task.sync().run(config.pollInterval());
        } catch (GitHubException e) {
            report = held(task, e);
        } catch (BackendException e) {
            report = backendFailed(e);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Integration %s: %s", integration.id(), task.name());
            report = RepositoryReport.error(task.name() + " could not be read because of a fault in the connector ("
                    + e.getClass().getSimpleName() + "); its log tells more");
        } finally {
            task.ended(report);
            count(report);
            if (pending.remove(task) && pending.isEmpty()) {
                finish(false);
            }
        }
    }

    private RepositoryReport held(RepositoryTask task, GitHubException e) {
        if (e.is(Kind.STOPPING)) {
            return null;
        }
        if (e.until() != null) {
            task.waitUntil(e.until());
        }
        return e.is(Kind.UNAUTHORIZED) ? RepositoryReport.error(e.getMessage()) : null;
    }

    private RepositoryReport backendFailed(BackendException e) {
        switch (e.kind()) {
            case NOT_FOUND -> {
                LOG.infof("Integration %s was deleted", integration.id());
                ended = true;
            }
            case REFUSED, TOO_LARGE -> {
                LOG.errorf("Integration %s: the backend refuses what was found: %s", integration.id(), e.getMessage());
                return RepositoryReport.error("What was found could not be stored: the backend refused it");
            }
            case STOPPING -> LOG.debugf("Integration %s: stopping", integration.id());
            default -> LOG.warnf("Tenant %s, integration %s: %s; it will be tried again in the next cycle",
                    integration.tenantId(), integration.id(), e.getMessage());
        }
        return null;
    }

    private void count(RepositoryReport report) {
        String status = report == null ? "interrupted" : report.status().name();
        workshop.meters().counter("repository_sync", "status", status).increment();
    }

    private void finish(boolean overrun) {
        Instant begun;
        synchronized (this) {
            if (!open || startedAt == null) {
                return;
            }
            begun = startedAt;
            open = false;
            nextCycleAt = begun.plus(config.pollInterval());
        }
        boolean late = overrun && everComplete;
        everComplete |= !overrun;
        if (!ended && !workshop.stopping().getAsBoolean()) {
            report(begun, late);
        }
    }

    /** What stands in the way of all repositories. */
    private String troubleNow() {
        return workshop.budget(config).blocked().map(GitHubException::getMessage).orElse(trouble);
    }

    private void report(Instant begun, boolean late) {
        Collection<RepositoryTask> all = List.copyOf(tasks.values());
        Map<RepositoryTask, RepositoryReport> changed = new HashMap<>();
        all.stream().filter(RepositoryTask::changed).forEach(task -> changed.put(task, task.report()));
        SyncReport report = new CycleReport(integration, config, troubleNow(), late).of(begun, workshop.clock().instant(), all,
                changed, workshop.budget(config).quotas());
        try {
            workshop.backend().report(integration.id(), report);
            changed.forEach(RepositoryTask::told);
            LOG.debugf("Tenant %s, integration %s: cycle of %d repositories, %s", integration.tenantId(), integration.id(),
                    all.size(), report.status());
        } catch (BackendException e) {
            backendFailed(e);
        }
    }

}
