package io.painchain.github;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

import io.painchain.github.ReadingPlan.Due;
import io.painchain.github.ReadingPlan.Round;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.backend.BackendException;
import io.painchain.github.github.GitHubApi;
import io.painchain.github.github.GitHubException;
import io.painchain.github.github.GitHubException.Kind;
import io.painchain.github.github.GraphQl;
import io.painchain.github.github.RepositoryName;
import io.painchain.github.sync.Cadences;
import io.painchain.github.sync.CheckpointBook;
import io.painchain.github.sync.RepositoryProbe;
import io.painchain.github.sync.RepositoryReport;
import io.painchain.github.sync.RepositorySurroundings;
import io.painchain.github.sync.RepositorySync;
import io.painchain.model.IntegrationView;

/**
 * The cycles of one version of an integration: in each, every repository that is due and not still being read is read, and one
 * report tells how it went. A repository that takes longer than the cycle is told of in a later one.
 */
final class IntegrationSync {

    private static final Logger LOG = Logger.getLogger(IntegrationSync.class);

    /** How soon what was under way already is looked after while somebody waits. */
    private static final Duration BETWEEN_CYCLES_WATCHED = Duration.ofSeconds(5);

    private final IntegrationView integration;
    private final IntegrationConfig config;
    private final Workshop workshop;
    private final GitHubApi api;
    private final GraphQl graphQl;
    private final ReadingPlan plan;
    private final Cadences cadences;
    private final RecentRepositories recent;
    private final SyncReporting reporting;
    private final ConcurrentMap<Long, String> claims = new ConcurrentHashMap<>();
    private final Map<RepositoryName, RepositoryTask> tasks = new LinkedHashMap<>();
    private final ConcurrentMap<RepositoryName, Map<String, Instant>> backfilled = new ConcurrentHashMap<>();
    private final Set<RepositoryTask> pending = ConcurrentHashMap.newKeySet();
    private CheckpointBook checkpoints;
    private Instant startedAt;
    private Instant nextCycleAt = Instant.MIN;
    private boolean open;
    private int looking;
    private boolean again;
    private volatile List<SyncWatch> watches = List.of();
    private volatile String trouble;
    private volatile boolean ended;

    IntegrationSync(IntegrationView integration, IntegrationConfig config, Workshop workshop) {
        this.integration = integration;
        this.config = config;
        this.workshop = workshop;
        this.api = workshop.api(config);
        this.graphQl = new GraphQl(api, workshop.clock());
        this.cadences = workshop.settings().cadences().among(config.repositories().size());
        this.plan = new ReadingPlan(new RepositoryProbe(graphQl), config.pollInterval(),
                cadences.resources(), workshop.settings().probeFrom());
        this.reporting = new SyncReporting(integration, config, workshop);
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
            overrun = open && startedAt != null && looking == 0
                    && !now.isBefore(startedAt.plus(Tempo.step(config.pollInterval())));
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
        Round round = new Round(List.of(), false, false);
        try {
            prepare();
            hurry(asked, now);
            round = plan.round(tasks.values());
        } catch (GitHubException e) {
            fail(e.getMessage(), asked);
        } catch (BackendException e) {
            backendFailed(e);
            synchronized (this) {
                open = false;
                nextCycleAt = now.plusSeconds(1);
            }
            return;
        } catch (RuntimeException | Error e) {
            fail(fault(e), asked);
        }
        synchronized (this) {
            startedAt = now;
            looking = round.parts().size();
        }
        for (List<RepositoryTask> part : round.parts()) {
            start(part, round, now, asked);
        }
        if (round.parts().isEmpty()) {
            finish(false);
        }
    }

    /** Looks go side by side. */
    private void start(List<RepositoryTask> part, Round round, Instant now, List<SyncWatch> asked) {
        if (round.looks()) {
            workshop.lanes().submit(integration.id(), () -> startDue(part, round, now, asked));
        } else {
            startDue(part, round, now, asked);
        }
    }

    /** What moved does not queue up behind what is only due by its interval. */
    private void startDue(List<RepositoryTask> part, Round round, Instant now, List<SyncWatch> asked) {
        List<Due> due = List.of();
        try {
            goOn();
            due = plan.due(part, round, now).stream().filter(one -> one.task().tryStart(now)).toList();
        } catch (GitHubException e) {
            fail(e.getMessage(), asked);
        } catch (RuntimeException | Error e) {
            fail(fault(e), asked);
        } finally {
            due.forEach(one -> pending.add(one.task()));
            synchronized (this) {
                looking--;
            }
        }
        for (Due one : due) {
            workshop.lanes().submit(budgetKey(), integration.id(), one.pressing(), () -> run(one.task()));
        }
        finishWhenDone();
    }

    private void fail(String sentence, List<SyncWatch> asked) {
        trouble = sentence;
        asked.forEach(watch -> watch.failed(sentence));
    }

    /** The cycle ends all the same, and the next one tries again. */
    private String fault(Throwable e) {
        LOG.errorf(e, "Tenant %s, integration %s: a cycle", integration.tenantId(), integration.id());
        return "A fault in the connector (" + e.getClass().getSimpleName()
                + ") kept repositories from being read; its log tells more";
    }

    private void finishWhenDone() {
        synchronized (this) {
            if (looking > 0 || !pending.isEmpty()) {
                return;
            }
        }
        finish(false);
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
        for (RepositoryName name : backfilled.keySet()) {
            if (tasks.containsKey(name)) {
                tasks.get(name).sync().reach(backfilled.remove(name));
            }
        }
    }

    private RepositorySync crawl(RepositoryName name, List<String> tags) {
        return new RepositorySync(new RepositorySurroundings(integration.id(), api, graphQl, workshop.publisher(), checkpoints,
                cadences, workshop.clock(), this::claim, this::goOn, config.branches()), name, tags);
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
            report = task.sync().run(config.pollInterval(), task.lastReadAt());
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
            if (pending.remove(task)) {
                finishWhenDone();
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
        Instant longAgo = workshop.clock().instant().minus(config.pollInterval());
        boolean late = overrun && pending.stream().anyMatch(task -> task.waitsSince(longAgo));
        List<RepositoryTask> all = List.copyOf(tasks.values());
        if (ended || workshop.stopping().getAsBoolean()
                || !reporting.isDue(begun, all, trouble != null || !watches.isEmpty())) {
            return;
        }
        try {
            reporting.report(begun, all, troubleNow(), late);
        } catch (BackendException e) {
            backendFailed(e);
        }
    }

    /** What stands in the way of all repositories. */
    private String troubleNow() {
        return workshop.budget(config).blocked().map(GitHubException::getMessage).orElse(trouble);
    }
}
