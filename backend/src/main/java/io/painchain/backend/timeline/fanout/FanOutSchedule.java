package io.painchain.backend.timeline.fanout;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.event.store.EventChanges;
import io.painchain.backend.notify.Notifications;
import io.painchain.backend.subscription.outbox.FeedRepository;
import io.painchain.backend.subscription.outbox.SubscriptionKey;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Of tenants whose events changed each second, of all twice a minute: notifications may be lost. */
@Singleton
class FanOutSchedule {

    private static final Logger LOG = Logger.getLogger(FanOutSchedule.class);
    private static final String ALL = "";
    private static final int LOOKS_BETWEEN_ALL = 30;
    /** What was announced may still be above an open transaction. */
    private static final int LOOKS = 3;

    private final FanOut fanOut;
    private final FeedRepository feeds;
    private final Notifications notifications;
    /** Looks that are left, by tenant. */
    private final Map<String, Integer> changed = new ConcurrentHashMap<>();
    private int looks;

    FanOutSchedule(FanOut fanOut, FeedRepository feeds, Notifications notifications) {
        this.fanOut = fanOut;
        this.feeds = feeds;
        this.notifications = notifications;
    }

    void listen(@Observes StartupEvent event) {
        notifications.listen(EventChanges.CHANNEL, tenant -> changed.put(tenant == null ? ALL : tenant, LOOKS));
    }

    @AllTenants
    @Scheduled(every = "{painchain.subscriptions.look}", delayed = "2s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        boolean all = ++looks % LOOKS_BETWEEN_ALL == 0 || changed.containsKey(ALL);
        if (!all && changed.isEmpty()) {
            return;
        }
        var tenants = Set.copyOf(changed.keySet());
        tenants.forEach(tenant -> changed.computeIfPresent(tenant, (name, left) -> left == 1 ? null : left - 1));
        try {
            (all ? feeds.active() : feeds.active(tenants)).forEach(this::run);
        } catch (RuntimeException e) {
            tenants.forEach(tenant -> changed.put(tenant, LOOKS));
            LOG.debugf(e, "Subscriptions cannot be looked up");
        }
    }

    private void run(SubscriptionKey key) {
        try {
            fanOut.run(key);
        } catch (RuntimeException e) {
            changed.put(key.tenantId(), LOOKS);
            LOG.debugf(e, "Subscription %s gets its events later", key.id());
        }
    }
}
