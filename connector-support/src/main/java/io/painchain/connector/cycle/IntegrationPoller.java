package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.painchain.connector.backend.BackendException;
import io.painchain.connector.backend.BackendException.Kind;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.webhook.Derivation;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.integration.IntegrationStatus;
import io.painchain.model.integration.IntegrationView;
import io.painchain.model.integration.SyncReport;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookOutput.Outcome;

/** {@link #tick()} drives it; nothing here blocks. */
public final class IntegrationPoller {

    private static final Logger LOG = Logger.getLogger(IntegrationPoller.class);
    /** The backend drops a worker after 90 seconds. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(30);
    private static final Duration LONGEST_BACKOFF = Duration.ofSeconds(30);

    private final PollingContext context;
    private final ConnectorType type;
    private final String worker;
    private final Map<String, IntegrationSync> integrations = new ConcurrentSkipListMap<>();
    private boolean registered;
    private int failures;
    private Instant nextContactAt = Instant.MIN;
    private volatile Instant lastContact;
    private volatile Instant lastTick;
    private volatile boolean refresh;
    private String assignment;

    public IntegrationPoller(PollingContext context, ConnectorType type, String worker) {
        this.context = context;
        this.type = type;
        this.worker = worker;
    }

    public void tick() {
        Instant now = context.clock().instant();
        lastTick = now;
        if (context.stopping().getAsBoolean()) {
            return;
        }
        if (!now.isBefore(nextContactAt) || failures == 0 && (refresh || reassigned())) {
            contact(now);
        }
        if (failures == 0 && registered) {
            integrations.values().removeIf(IntegrationSync::ended);
            integrations.values().forEach(IntegrationSync::tick);
        }
    }

    /** @return false where the integration is not polled here, or not yet */
    public boolean hurry(String integrationId, SyncWatch watch) {
        IntegrationSync integration = integrations.get(integrationId);
        if (integration == null || integration.ended()) {
            refresh = true;
            return false;
        }
        integration.hurry(watch);
        return true;
    }

    public void reach(String integrationId, String repository, PastFindings past) {
        IntegrationSync integration = integrations.get(integrationId);
        if (integration != null) {
            integration.reach(repository, past);
        }
    }

    /** @return what became of each; empty where the integration is not polled here, or not yet */
    public Optional<CompletableFuture<List<Outcome>>> digest(String integrationId, List<Delivery> deliveries) {
        return turns(integrationId).map(turns -> turns.digest(deliveries));
    }

    /** @return what each says alone, of which nothing is stored; empty likewise */
    public Optional<CompletableFuture<List<Derivation>>> derive(String integrationId, List<Delivery> deliveries) {
        return turns(integrationId).map(turns -> turns.derive(deliveries));
    }

    private Optional<DeliveryTurns> turns(String integrationId) {
        IntegrationSync integration = integrations.get(integrationId);
        if (integration == null || integration.ended()) {
            refresh = true;
            return Optional.empty();
        }
        return integration.deliveries();
    }

    private boolean reassigned() {
        return registered && !Objects.equals(assignment, context.backend().assignment());
    }

    public Instant lastContact() {
        return lastContact;
    }

    public Instant lastTick() {
        return lastTick;
    }

    private void contact(Instant now) {
        try {
            if (!registered) {
                context.backend().register(type);
                registered = true;
                LOG.infof("Registered connector type %s with the backend", type.id());
            }
            refresh = false;
            take(context.backend().integrations(type.id(), worker));
            assignment = context.backend().assignment();
            failures = 0;
            lastContact = now;
            Duration usual = context.times().interval();
            nextContactAt = now.plus(usual.compareTo(LONGEST_SILENCE) < 0 ? usual : LONGEST_SILENCE);
        } catch (BackendException e) {
            failed(e, now);
        }
    }

    /** Registers again: a backend that was down may have lost the registration. */
    private void failed(BackendException e, Instant now) {
        registered = false;
        Duration wait = Duration.ofSeconds(1L << Math.min(failures++, 5));
        nextContactAt = now.plus(wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait);
        String advice = e.is(Kind.UNAUTHORIZED)
                ? "The backend does not accept the connector key; check PAINCHAIN_CONNECTOR_KEY or _FILE"
                : "Waiting for the backend";
        LOG.warnf("%s (%s); next try in %d s", advice, e.getMessage(), Duration.between(now, nextContactAt).toSeconds());
    }

    private void take(List<IntegrationView> current) {
        Set<String> ids = current.stream().map(IntegrationView::id).collect(Collectors.toSet());
        integrations.entrySet().removeIf(entry -> {
            if (ids.contains(entry.getKey())) {
                return false;
            }
            LOG.infof("Integration %s is no longer polled here", entry.getKey());
            entry.getValue().end();
            return true;
        });
        current.forEach(this::take);
        context.provider().keepOnly(
                integrations.values().stream().map(IntegrationSync::token).collect(Collectors.toSet()));
    }

    private void take(IntegrationView view) {
        IntegrationSync known = integrations.get(view.id());
        if (known != null && known.isOf(view)) {
            return;
        }
        if (known != null) {
            known.end();
        }
        try {
            IntegrationSync sync = new IntegrationSync(view, context);
            integrations.put(view.id(), sync);
            LOG.infof("Tenant %s: polling integration %s, %s", view.tenantId(), view.id(), sync.words());
        } catch (IllegalArgumentException e) {
            integrations.remove(view.id());
            refuse(view, e.getMessage());
        }
    }

    private void refuse(IntegrationView view, String sentence) {
        LOG.warnf("Tenant %s: integration %s cannot be polled: %s", view.tenantId(), view.id(), sentence);
        Instant now = context.clock().instant();
        context.backend().report(view.id(), new SyncReport(now, now, IntegrationStatus.error, sentence, null, null, null));
    }
}
