package io.painchain.backend.operator;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.apikey.ApiKeyEnding;
import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.problem.ProblemType;
import io.quarkus.narayana.jta.QuarkusTransaction;

@Singleton
class TenantEditor {

    private static final String OBJECT = "tenant";

    private final TenantRepository tenants;
    private final TenantRowsRepository rows;
    private final SuspendedTenants suspended;
    private final ApiKeyEnding keys;
    private final NotificationSender notifications;
    private final AuditLog audit;
    private final Clock clock;

    TenantEditor(TenantRepository tenants, TenantRowsRepository rows, SuspendedTenants suspended, ApiKeyEnding keys,
            NotificationSender notifications, AuditLog audit, Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.suspended = suspended;
        this.keys = keys;
        this.notifications = notifications;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    List<TenantView> list() {
        return tenants.list();
    }

    @Transactional
    TenantView create(TenantRequest request) {
        if (!tenants.create(request.id(), clock.instant())) {
            throw ProblemType.CONFLICT.problem("There is a tenant of that name.");
        }
        return changed(request.id(), Optional.empty());
    }

    TenantView suspend(String id) {
        var view = QuarkusTransaction.requiringNew().call(() -> {
            var before = tenants.find(id);
            tenants.suspend(id, clock.instant());
            return changed(id, before);
        });
        suspended.read();
        return view;
    }

    TenantView resume(String id) {
        var view = QuarkusTransaction.requiringNew().call(() -> {
            var before = tenants.find(id);
            tenants.resume(id);
            return changed(id, before);
        });
        suspended.read();
        return view;
    }

    /** Some rows at a time: what is interrupted is gone on with by asking again. */
    ErasedTenant erase(String id) {
        if (!suspended.contains(id)) {
            throw ProblemType.CONFLICT.problem("Suspend the tenant first, so that nobody writes meanwhile.");
        }
        QuarkusTransaction.requiringNew().run(() -> keys.endAll(id));
        var erased = new TreeMap<String, Long>();
        for (var table : rows.tables()) {
            long count = table.equals(OBJECT) ? 0 : erase(table, id);
            if (count > 0) {
                erased.put(table, count);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            erased.put(OBJECT, (long) rows.eraseSome(OBJECT, id));
            notifications.send(SuspendedTenants.CHANNEL, id);
            audit.record(OBJECT, id, erased, null);
        });
        suspended.read();
        return new ErasedTenant(id, erased.values().stream().mapToLong(Long::longValue).sum(), erased);
    }

    private long erase(String table, String id) {
        long count = 0;
        int some;
        do {
            some = QuarkusTransaction.requiringNew().call(() -> rows.eraseSome(table, id));
            count += some;
        } while (TenantRowsRepository.mayBeMore(some));
        return count;
    }

    private TenantView changed(String id, Optional<TenantView> before) {
        var after = tenants.find(id).orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such tenant."));
        notifications.send(SuspendedTenants.CHANNEL, id);
        audit.record(OBJECT, id, before.orElse(null), after);
        return after;
    }
}
