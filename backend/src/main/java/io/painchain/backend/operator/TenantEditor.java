package io.painchain.backend.operator;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.apikey.ApiKeyEnding;
import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.user.member.MemberErasure;
import io.quarkus.narayana.jta.QuarkusTransaction;

@Singleton
class TenantEditor {

    private static final String OBJECT = "tenant";
    /** What was being written when the tenant was suspended comes late. */
    private static final int MOST_PASSES = 10;

    private final TenantRepository tenants;
    private final TenantRowsRepository rows;
    private final SuspendedTenants suspended;
    private final ApiKeyEnding keys;
    private final MemberErasure members;
    private final NotificationSender notifications;
    private final AuditLog audit;
    private final Clock clock;

    TenantEditor(TenantRepository tenants, TenantRowsRepository rows, SuspendedTenants suspended, ApiKeyEnding keys,
            MemberErasure members, NotificationSender notifications, AuditLog audit, Clock clock) {
        this.tenants = tenants;
        this.rows = rows;
        this.suspended = suspended;
        this.keys = keys;
        this.members = members;
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
        var erased = new TreeMap<String, Long>();
        int passes = 0;
        while (eraseOnce(id, erased)) {
            if (++passes == MOST_PASSES) {
                throw ProblemType.CONFLICT.problem("Rows of the tenant are still being written; ask again.");
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

    /** @return whether there was anything */
    private boolean eraseOnce(String id, SortedMap<String, Long> erased) {
        var counts = new TreeMap<>(QuarkusTransaction.requiringNew().call(() -> {
            keys.endAll(id);
            return members.erase(id);
        }));
        rows.tables().stream().filter(table -> !table.equals(OBJECT))
                .forEach(table -> counts.merge(table, erase(table, id), Long::sum));
        counts.values().removeIf(count -> count == 0);
        counts.forEach((table, count) -> erased.merge(table, count, Long::sum));
        return !counts.isEmpty();
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
