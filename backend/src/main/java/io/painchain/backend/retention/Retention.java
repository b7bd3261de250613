package io.painchain.backend.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.notify.Notifications;
import io.quarkus.runtime.StartupEvent;

@Singleton
public class Retention {

    private static final String CHANNEL = "painchain_retention";
    /** In case a notification of a change was lost. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);
    private static final int MOST_REMEMBERED = 10_000;

    private final RetentionRepository repository;
    private final NotificationSender sender;
    private final AuditLog audit;
    private final Clock clock;
    private final int defaultMonths;
    private final Map<String, Remembered> months = new ConcurrentHashMap<>();

    Retention(RetentionRepository repository, NotificationSender sender, AuditLog audit, Clock clock,
            @ConfigProperty(name = "painchain.retention.months", defaultValue = "18") int defaultMonths) {
        this.repository = repository;
        this.sender = sender;
        this.audit = audit;
        this.clock = clock;
        this.defaultMonths = defaultMonths;
    }

    private record Remembered(int months, long until) {
    }

    void start(@Observes StartupEvent event, Notifications notifications) {
        notifications.listen(CHANNEL, tenant -> {
            if (tenant == null) {
                months.clear();
            } else {
                months.remove(tenant);
            }
        });
    }

    /** What ended before is not kept. Cached, as each batch asks. */
    public Instant cutoff(String tenantId) {
        return clock.instant().atOffset(ZoneOffset.UTC).minusMonths(months(tenantId)).toInstant();
    }

    public int months(String tenantId) {
        var known = months.get(tenantId);
        long now = System.nanoTime();
        if (known != null && known.until() - now > 0) {
            return known.months();
        }
        var own = repository.find(tenantId).months();
        int value = own == null ? defaultMonths : own;
        if (months.size() >= MOST_REMEMBERED) {
            months.clear();
        }
        months.put(tenantId, new Remembered(value, now + REMEMBERED.toNanos()));
        return value;
    }

    public void ran(String tenantId, long deleted) {
        repository.ran(tenantId, clock.instant(), deleted);
    }

    @Transactional
    RetentionView view(String tenantId) {
        var stored = repository.find(tenantId);
        return new RetentionView(stored.months(), defaultMonths, repository.oldestEvent(tenantId).orElse(null),
                stored.lastRun(), stored.lastDeleted());
    }

    @Transactional
    void choose(String tenantId, Integer chosen) {
        var before = repository.find(tenantId).months();
        repository.put(tenantId, chosen);
        sender.send(CHANNEL, tenantId);
        audit.record("retention", null, new RetentionRequest(before), new RetentionRequest(chosen));
    }

    void forget(String tenantId) {
        months.remove(tenantId);
    }
}
