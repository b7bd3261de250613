package io.painchain.github;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.logging.Logger;
import org.jboss.logging.Logger.Level;

import io.painchain.github.auth.AppCredentials;
import io.painchain.github.auth.TokenWarning;
import io.painchain.github.backend.BackendException;
import io.painchain.github.github.GitHubApi;
import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.github.GraphQl;
import io.painchain.github.github.RepositoryName;
import io.painchain.github.sync.CheckpointBook;
import io.painchain.github.sync.RepositoryProbe;
import io.painchain.github.sync.RepositoryReport;
import io.painchain.github.sync.RepositorySurroundings;
import io.painchain.github.sync.RepositorySync;
import io.painchain.model.Coverage;
import io.painchain.model.IntegrationStatus;
import io.painchain.model.IntegrationView;
import io.painchain.model.Limits;
import io.painchain.model.SyncReport;

/**
 * The cycles of one version of an integration: in each, every repository that is not still being read is read, and one report
 * tells how it went. A repository that takes longer than the cycle is told of in a later one.
 */
final class IntegrationSync {

    private static final Logger LOG = Logger.getLogger(IntegrationSync.class);

    private static final int FEW = 50;
    private static final Duration SPARSE_COVERAGE = Duration.ofMinutes(4);
    /** How soon what was under way already is looked after while somebody waits. */
    private static final Duration BETWEEN_CYCLES_WATCHED = Duration.ofSeconds(5);

    private final IntegrationView integration;
    private final IntegrationConfig config;
    private final Workshop workshop;
    private final GitHubApi api;
    private final GraphQl graphQl;
    private final ReadingPlan plan;
    private final RecentRepositories recent;
    private final ConcurrentMap<Long, String> claims = new ConcurrentHashMap<>();
    private final Map<RepositoryName, RepositoryTask> tasks = new LinkedHashMap<>();
    private final ConcurrentMap<RepositoryName, Map<String, Instant>> backfilled = new ConcurrentHashMap<>();
    private final Set<RepositoryTask> pending = ConcurrentHashMap.newKeySet();
    private CheckpointBook checkpoints;
    private Instant startedAt;
    private Instant lastReportAt;
    private Instant nextCycleAt = Instant.MIN;
    private boolean open;
    private boolean everComplete;
    private boolean again;
    private volatile List<SyncWatch> watches = List.of();
    private String trouble;
    private volatile boolean ended;

    IntegrationSync(IntegrationView integration, IntegrationConfig config, Workshop workshop) {
        this.integration = integration;
        this.config = config;
        this.workshop = workshop;
        this.api = workshop.api(config);
        this.graphQl = new GraphQl(api, workshop.clock());
        this.plan = new ReadingPlan(new RepositoryProbe(graphQl), config.pollInterval(),
                workshop.settings().cadences().resources(), workshop.settings().probeFrom());
        this.recent = new RecentRepositories(api, config.credentials() instanceof AppCredentials, workshop.clock());
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
        watches.forEach(watch -> watch.failed("The integration was changed, or given to another connector; ask again"));
    }

    /** Has everything read as soon as may be; of reads that began before, only the ones that still wait count. */
    synchronized void hurry(SyncWatch watch) {
        watches = Stream.concat(watches.stream(), Stream.of(watch)).toList();
        again = true;
    }

    /** A backfill has read these sources of a repository back to these moments. */
    void reach(RepositoryName repository, Map<String, Instant> back) {
        backfilled.computeIfAbsent(repository, first -> new ConcurrentHashMap<>()).putAll(back);
    }

    void tick() {
        Instant now = workshop.clock().instant();
        boolean begin;
        boolean overrun;
        synchronized (this) {
            begin = !open && (again || !now.isBefore(nextCycleAt));
            overrun = open && startedAt != null && !now.isBefore(startedAt.plus(config.pollInterval()));
            if (begin) {
                open = true;
                startedAt = null;
                again = false;
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
        List<SyncWatch> asked = watches;
        List<RepositoryTask> due;
        try {
            prepare();
            hurry(asked, now);
            due = plan.due(tasks.values(), now).stream().filter(task -> task.tryStart(now)).toList();
        } catch (GitHubException e) {
            trouble = e.getMessage();
            due = List.of();
            asked.forEach(watch -> watch.failed(e.getMessage()));
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
            workshop.lanes().submit(budgetKey(), integration.id(), () -> run(task));
        }
        if (due.isEmpty()) {
            finish(false);
        }
    }

    private void hurry(List<SyncWatch> asked, Instant now) {
        asked.forEach(watch -> watch.begin(tasks.keySet().stream().map(RepositoryName::toString).toList()));
        if (!asked.isEmpty()) {
            tasks.values().stream().filter(task -> asked.stream().anyMatch(watch -> watch.awaits(task.name().toString())))
                    .forEach(RepositoryTask::hurry);
            tasks.values().stream().filter(task -> task.held(now))
                    .forEach(task -> asked.forEach(watch -> watch.ended(task.name().toString(), null, whyHeld())));
        }
    }

    private String whyHeld() {
        String why = troubleNow();
        return why == null ? "GitHub asked to wait; it will be read afterwards" : why;
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
        tasks.forEach((name, task) -> task.sync().reach(Optional.ofNullable(backfilled.remove(name)).orElse(Map.of())));
    }

    private RepositorySync crawl(RepositoryName name, List<String> tags) {
        return new RepositorySync(new RepositorySurroundings(integration.id(), api, graphQl, workshop.publisher(), checkpoints,
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
        String interruption = null;
        long begun = System.nanoTime();
        List<SyncWatch> watching = List.of();
        try {
            goOn();
            if (task.takeHurry()) {
                watching = watches;
                watching.forEach(watch -> watch.started(task.name().toString()));
                task.sync().hurry();
            }
            report = task.sync().run(config.pollInterval());
        } catch (GitHubException e) {
            report = held(task, e);
            interruption = e.getMessage();
        } catch (BackendException e) {
            report = backendFailed(e);
            interruption = "What was found could not be stored: the backend did not take it";
        } catch (RuntimeException e) {
            LOG.errorf(e, "Integration %s: %s", integration.id(), task.name());
            report = RepositoryReport.error(task.name() + " could not be read because of a fault in the connector ("
                    + e.getClass().getSimpleName() + "); its log tells more");
        } finally {
            task.ended(report);
            workshop.syncs().synced(integration.id(), task.name().toString(), report, System.nanoTime() - begun);
            RepositoryReport fared = report;
            String why = interruption;
            watching.forEach(watch -> watch.ended(task.name().toString(), fared, why));
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

    private void finish(boolean overrun) {
        Instant begun;
        synchronized (this) {
            if (!open || startedAt == null) {
                return;
            }
            begun = startedAt;
            open = false;
            nextCycleAt = begun.plus(Tempo.step(config.pollInterval()));
            watches = watches.stream().filter(watch -> !watch.over()).toList();
            if (!watches.isEmpty()) {
                nextCycleAt = workshop.clock().instant().plus(BETWEEN_CYCLES_WATCHED);
            }
        }
        boolean late = overrun && everComplete;
        everComplete |= !overrun;
        if (!ended && !workshop.stopping().getAsBoolean() && worthAReport(begun)) {
            report(begun, late);
        }
    }

    /** Where only some are read at a time, one report an interval is enough, unless something changed. */
    private boolean worthAReport(Instant begun) {
        boolean due = lastReportAt == null || !begun.isBefore(lastReportAt.plus(config.pollInterval()));
        if (due || trouble != null || !watches.isEmpty() || tasks.values().stream().anyMatch(RepositoryTask::changed)) {
            lastReportAt = begun;
            return true;
        }
        return false;
    }

    /** What stands in the way of all repositories. */
    private String troubleNow() {
        return workshop.budget(config).blocked().map(GitHubException::getMessage).orElse(trouble);
    }

    private void log(RepositoryTask task, RepositoryReport fared) {
        if (fared.error() != null) {
            LOG.logf(fared.status() == IntegrationStatus.error ? Level.ERROR : Level.WARN, "Tenant %s, integration %s, %s: %s",
                    integration.tenantId(), integration.id(), task.name(), fared.error());
        }
    }

    private List<String> warnings() {
        return TokenWarning.of(workshop.tokens().of(config.api(), config.credentials()), workshop.clock().instant());
    }

    private void report(Instant begun, boolean late) {
        Collection<RepositoryTask> all = List.copyOf(tasks.values());
        Map<RepositoryTask, RepositoryReport> changed = new HashMap<>();
        all.stream().filter(RepositoryTask::changed).forEach(task -> changed.put(task, task.report()));
        List<Coverage> coverage = coverage(all);
        SyncReport report = CycleReport.with(new CycleReport(integration, config, troubleNow(), late, warnings()).of(begun,
                workshop.clock().instant(), all, changed, workshop.budget(config).quotas()), coverage);
        try {
            workshop.backend().report(integration.id(), report);
            changed.forEach(RepositoryTask::told);
            Map<String, List<Coverage>> told = coverage.stream().collect(Collectors.groupingBy(Coverage::repository));
            all.forEach(task -> task.sync().told(told.getOrDefault(task.name().toString(), List.of())));
            changed.forEach(this::log);
            workshop.syncs().covered(integration.id(), coverage);
            workshop.syncs().keepOnly(integration.id(), all.stream().map(task -> task.name().toString()).toList());
            workshop.tracking().track(integration.id(), budgetKey(), config.credentials().hash(),
                    workshop.budget(config).quotas());
            LOG.debugf("Tenant %s, integration %s: cycle of %d repositories, %s", integration.tenantId(), integration.id(),
                    all.size(), report.status());
        } catch (BackendException e) {
            backendFailed(e);
        }
    }

    /** Of many repositories not every look is worth a line, only one that is some minutes after the last. */
    private static List<Coverage> coverage(Collection<RepositoryTask> all) {
        Duration step = all.size() > FEW ? SPARSE_COVERAGE : Duration.ZERO;
        return all.stream().filter(task -> !task.underWay()).flatMap(task -> task.sync().coverage(step).stream())
                .limit(Limits.COVERAGE).toList();
    }

}
