package io.painchain.backend.apikey;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import io.painchain.backend.audit.AuditLog;
import io.painchain.backend.id.Ids;
import io.painchain.backend.id.TenantKey;
import io.painchain.backend.notify.NotificationSender;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkus.security.identity.SecurityIdentity;

@Singleton
@Transactional
class ApiKeyEditor {

    /** Few enough for a list without pages. */
    private static final int MOST = 500;

    private final ApiKeyRepository repository;
    private final KnownKeys known;
    private final NotificationSender notifications;
    private final CurrentTenant tenant;
    private final SecurityIdentity identity;
    private final AuditLog audit;
    private final Ids ids;
    private final Clock clock;

    ApiKeyEditor(ApiKeyRepository repository, KnownKeys known, NotificationSender notifications, CurrentTenant tenant,
            SecurityIdentity identity, AuditLog audit, Ids ids, Clock clock) {
        this.repository = repository;
        this.known = known;
        this.notifications = notifications;
        this.tenant = tenant;
        this.identity = identity;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    List<ApiKeyView> list() {
        return repository.valid(tenant.id()).stream().map(ApiKeyMapper::toView).toList();
    }

    CreatedApiKey create(ApiKeyRequest request) {
        var role = Role.of(request.role()).orElseThrow();
        check(request, role);
        if (repository.countValid(tenant.id()) >= MOST) {
            throw ProblemType.CONFLICT.problem("There are " + MOST + " of them already; revoke one first.");
        }
        var key = ApiKeyText.generate();
        var created = row(request, key);
        repository.persist(created);
        audit.record("key", created.id, null, ApiKeyMapper.toView(created));
        return ApiKeyMapper.toCreated(created, key);
    }

    void revoke(String id) {
        var stored = Ids.parse(id).flatMap(uuid -> repository.lockValid(tenant.id(), uuid))
                .orElseThrow(() -> ProblemType.NOT_FOUND.problem("There is no such key, or it is revoked already."));
        requireManager(ApiKeyMapper.role(stored));
        stored.revokedAt = clock.instant();
        audit.record("key", stored.id, ApiKeyMapper.toView(stored), null);
        known.forget(stored.id);
        notifications.send(KnownKeys.CHANNEL, stored.id.toString());
    }

    private void check(ApiKeyRequest request, Role role) {
        requireManager(role);
        if (role.isOfTenant() == CurrentTenant.INSTALLATION.equals(tenant.id())) {
            throw ProblemType.invalid("x-tenant-id", role.isOfTenant() ? "is required: whose key it is to be"
                    : "must be absent: keys of connectors and operators are the installation's");
        }
        if ((role == Role.CONNECTOR) != (request.connector() != null)) {
            throw ProblemType.invalid("/connector", "is required for a connector's key, and for no other");
        }
        if (request.expiresAt() != null && !request.expiresAt().isAfter(clock.instant())) {
            throw ProblemType.invalid("/expiresAt", "must be in the future");
        }
    }

    private void requireManager(Role of) {
        var role = Caller.of(identity).role();
        if (!role.mayManage(of)) {
            throw ProblemType.FORBIDDEN.problem("The role " + role.onTheWire() + " manages no keys of the role "
                    + of.onTheWire() + ".");
        }
    }

    /** A key that a key makes ends with the same person. */
    private UUID creator(Caller caller) {
        return caller.keyId() == null ? caller.userId()
                : repository.findByIdOptional(new TenantKey(caller.tenantId(), caller.keyId())).map(key -> key.creatorId)
                        .orElse(null);
    }

    private ApiKey row(ApiKeyRequest request, String key) {
        var row = new ApiKey();
        row.tenantId = tenant.id();
        row.id = ids.next();
        row.name = request.name();
        row.role = request.role();
        row.connectorType = request.connector();
        row.digest = ApiKeyText.digest(key);
        row.lastFour = ApiKeyText.lastFour(key);
        row.createdAt = clock.instant();
        row.createdBy = Caller.of(identity).name();
        row.creatorId = creator(Caller.of(identity));
        row.expiresAt = request.expiresAt();
        return row;
    }
}
