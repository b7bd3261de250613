package io.painchain.backend.deployment;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.event.store.EventChanges;
import io.painchain.backend.notify.Notifications;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Tenants whose events changed soon, all now and then: notifications may be lost. */
@Singleton
class FollowingSchedule {

    private static final Logger LOG = Logger.getLogger(FollowingSchedule.class);
    private static final int LOOKS_BETWEEN_ALL = 150;
    /** What was announced may still be above an open transaction. */
    private static final int LOOKS = 3;

    private final DeploymentFollowing following;
    private final PositionRepository positions;
    private final Notifications notifications;
    /** Looks that are left, by tenant. */
    private final Map<String, Integer> changed = new ConcurrentHashMap<>();
    private int looks = LOOKS_BETWEEN_ALL - 1;

    FollowingSchedule(DeploymentFollowing following, PositionRepository positions, Notifications notifications) {
        this.following = following;
        this.positions = positions;
        this.notifications = notifications;
    }

    void listen(@Observes StartupEvent event) {
        notifications.listen(EventChanges.CHANNEL, tenant -> {
            if (tenant == null) {
                looks = LOOKS_BETWEEN_ALL - 1;
            } else {
                changed.put(tenant, LOOKS);
            }
        });
    }

    @AllTenants
    @Scheduled(every = "{painchain.deployments.look}", delayed = "5s", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        var tenants = new LinkedHashSet<>(changed.keySet());
        tenants.forEach(tenant -> changed.computeIfPresent(tenant, (name, left) -> left == 1 ? null : left - 1));
        if (++looks >= LOOKS_BETWEEN_ALL) {
            looks = 0;
            tenants.addAll(all());
        }
        tenants.forEach(this::follow);
    }

    private Set<String> all() {
        try {
            return new LinkedHashSet<>(positions.tenants());
        } catch (RuntimeException e) {
            LOG.debugf(e, "Tenants cannot be listed at the moment");
            return Set.of();
        }
    }

    private void follow(String tenant) {
        try {
            following.catchUp(tenant);
        } catch (RuntimeException e) {
            changed.put(tenant, LOOKS);
            LOG.debugf(e, "Deployments of %s are brought up to date later", tenant);
        }
    }
}
