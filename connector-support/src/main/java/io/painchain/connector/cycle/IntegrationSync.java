package io.painchain.connector.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendException;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.cycle.ReadingPlan.Due;
import io.painchain.connector.cycle.ReadingPlan.Round;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.model.integration.IntegrationView;

/** Cycles of one version of an integration; a read that outlasts its cycle is reported in a later one. */
final class IntegrationSync {

    private static final Logger LOG = Logger.getLogger(IntegrationSync.class);

    private final IntegrationView integration;
    private final PollingContext context;
    private final SyncedIntegration synced;
    private final ReadingPlan plan;
    private final SyncReporting reporting;
    private final Cycle cycle;
    private volatile String trouble;
    private volatile boolean ended;

    IntegrationSync(IntegrationView integration, PollingContext context) {
        this.integration = integration;
        this.context = context;
        this.synced = context.provider().open(integration, this::goOn);
        this.plan = new ReadingPlan(synced.probe(), synced.pollInterval(), context.times());
        plan.hooks(integration.webhooks());
        this.reporting = new SyncReporting(integration, synced, context);
        this.cycle = new Cycle(PollFrequency.step(synced.pollInterval()));
    }

    /** Takes over what changes without a new version. */
    boolean isOf(IntegrationView view) {
        plan.hooks(view.webhooks());
        return view.version() == integration.version();
    }

    String token() {
        return synced.token();
    }

    String words() {
        return synced.words();
    }

    boolean ended() {
        return ended;
    }

    /** No request or batch begins after this; those under way end. */
    void end() {
        ended = true;
        cycle.watches().failed("The integration was changed, or given to another connector; ask again");
    }

    /** Makes everything due; of reads begun before, only those still queued count. */
    void hurry(SyncWatch watch) {
        cycle.hurry(watch);
    }

    void reach(String repository, PastFindings past) {
        synced.reach(repository, past);
    }

    /** Empty as long as the repositories are unknown. */
    Optional<DeliveryTurns> deliveries() {
        return synced.repositories().isEmpty() ? Optional.empty()
                : Optional.of(new DeliveryTurns(synced, context.lanes(), integration.id(), this::goOn));
    }

    void tick() {
        Instant now = context.clock().instant();
        if (cycle.tryBegin(now)) {
            context.lanes().submit(integration.id(), this::begin);
        } else if (cycle.overruns(now)) {
            context.lanes().submit(integration.id(), () -> finish(true));
        }
    }

    private void begin() {
        Instant now = context.clock().instant();
        SyncWatches asked = cycle.watches();
        Round round = new Round(List.of(), false, false);
        try {
            trouble = null;
            synced.refresh();
            asked.hurry(synced.repositories(), now, context.provider().name(), troubleNow());
            round = plan.round(synced.repositories());
        } catch (ProviderException e) {
            fail(e.getMessage(), asked);
        } catch (BackendException e) {
            backendFailed(e);
            cycle.putOff(now.plusSeconds(1));
            return;
        } catch (RuntimeException | Error e) {
            fail(fault(e), asked);
        }
        cycle.started(now, round.parts().size());
        for (List<RepositoryTask> part : round.parts()) {
            start(part, round, now, asked);
        }
        if (round.parts().isEmpty()) {
            finish(false);
        }
    }

    private void start(List<RepositoryTask> part, Round round, Instant now, SyncWatches asked) {
        if (round.looks()) {
            context.lanes().submit(integration.id(), () -> startDue(part, round, now, asked));
        } else {
            startDue(part, round, now, asked);
        }
    }

    /** Repositories that moved do not queue behind those due by interval. */
    private void startDue(List<RepositoryTask> part, Round round, Instant now, SyncWatches asked) {
        List<Due> due = List.of();
        try {
            goOn();
            due = plan.due(part, round, now).stream().filter(one -> one.task().tryStart(now)).toList();
        } catch (ProviderException e) {
            fail(e.getMessage(), asked);
        } catch (RuntimeException | Error e) {
            fail(fault(e), asked);
        } finally {
            cycle.looked(due.stream().map(Due::task).toList());
        }
        for (Due one : due) {
            context.lanes().submit(synced.token(), integration.id(), one.pressing(), () -> run(one.task()));
        }
        finishWhenDone();
    }

    private void fail(String sentence, SyncWatches asked) {
        trouble = sentence;
        asked.failed(sentence);
    }

    private String fault(Throwable e) {
        LOG.errorf(e, "Tenant %s, integration %s: a cycle", integration.tenantId(), integration.id());
        return "A fault in the connector (" + e.getClass().getSimpleName()
                + ") kept repositories from being read; its log tells more";
    }

    private void finishWhenDone() {
        if (!cycle.waits()) {
            finish(false);
        }
    }

    private void goOn() {
        if (ended || context.stopping().getAsBoolean()) {
            throw new ProviderException(Kind.STOPPING, "The connector is stopping");
        }
    }

    private void run(RepositoryTask task) {
        RepositoryReport report = null;
        String interruption = null;
        long begun = System.nanoTime();
        SyncWatches watching = SyncWatches.NONE;
        try {
            goOn();
            if (task.takeHurry()) {
                watching = cycle.watches();
                watching.started(task);
                task.sync().hurry();
            }
            report = task.sync().run(synced.pollInterval(), task.lastReadAt());
        } catch (ProviderException e) {
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
            context.syncs().synced(integration.id(), task.name(), report == null ? null : report.status(),
                    System.nanoTime() - begun);
            watching.ended(task, report, interruption);
            if (cycle.read(task)) {
                finishWhenDone();
            }
        }
    }

    private RepositoryReport held(RepositoryTask task, ProviderException e) {
        if (e.is(Kind.STOPPING)) {
            return null;
        }
        task.waitUntil(e.until());
        return e.is(Kind.UNAUTHORIZED) ? RepositoryReport.unauthorized(e.getMessage()) : null;
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
        Instant now = context.clock().instant();
        Optional<Instant> begun = cycle.end(now);
        if (begun.isEmpty()) {
            return;
        }
        boolean late = overrun && cycle.waitsSince(now.minus(synced.pollInterval()));
        List<RepositoryTask> all = synced.repositories();
        if (ended || context.stopping().getAsBoolean()
                || !reporting.isDue(begun.get(), all, trouble != null || !cycle.watches().isEmpty())) {
            return;
        }
        try {
            reporting.report(begun.get(), all, troubleNow(), late);
        } catch (BackendException e) {
            backendFailed(e);
        }
    }

    private String troubleNow() {
        return synced.blocked().map(ProviderException::getMessage).orElse(trouble);
    }
}
