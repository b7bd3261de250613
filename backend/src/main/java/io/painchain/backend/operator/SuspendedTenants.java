package io.painchain.backend.operator;

import java.util.Set;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.notify.Notifications;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** Known by heart, as each request asks; read anew when another backend says so, and every half minute. */
@Singleton
public class SuspendedTenants {

    static final String CHANNEL = "tenant_suspended";

    private final TenantRepository repository;
    private final Event<TenantSuspended> suspended;
    private volatile Set<String> known = Set.of();

    SuspendedTenants(TenantRepository repository, Event<TenantSuspended> suspended) {
        this.repository = repository;
        this.suspended = suspended;
    }

    void start(@Observes StartupEvent event, Notifications notifications) {
        read();
        notifications.listen(CHANNEL, payload -> read());
    }

    @AllTenants
    @Scheduled(every = "30s", delayed = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void read() {
        var before = known;
        known = Set.copyOf(repository.suspended());
        known.stream().filter(tenant -> !before.contains(tenant))
                .forEach(tenant -> suspended.fire(new TenantSuspended(tenant)));
    }

    public boolean contains(String tenantId) {
        return known.contains(tenantId);
    }
}
