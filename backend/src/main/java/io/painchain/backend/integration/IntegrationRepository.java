package io.painchain.backend.integration;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;

import io.painchain.backend.database.Statements;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** Integrations, of one tenant unless a method says otherwise. Tombstones appear only where names are asked for. */
@Singleton
public class IntegrationRepository implements PanacheRepositoryBase<Integration, IntegrationKey> {

    /** Read once a batch and once a single event, so without an entity and its whole configuration. */
    private static final String REFERENCE = """
            select tenant_id, id, type, name, tags, enabled from integration
            where id = ? and deleted_at is null and (? or tenant_id = ?)""";

    private final Statements statements;

    IntegrationRepository(Statements statements) {
        this.statements = statements;
    }

    Optional<Integration> ofTenant(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id).firstResultOptional();
    }

    Optional<IntegrationReference> referenceOfTenant(String tenantId, UUID id) {
        return reference(id, false, tenantId);
    }

    /** Whosever it is: only for a connector, which names an integration and takes the tenant from it. */
    public Optional<IntegrationReference> referenceOfAnyTenant(UUID id) {
        return reference(id, true, "");
    }

    private Optional<IntegrationReference> reference(UUID id, boolean ofAnyTenant, String tenantId) {
        return statements.preparedQuery(REFERENCE, List.of(id, ofAnyTenant, tenantId),
                row -> new IntegrationReference(row.text("tenant_id"), row.id("id"), row.text("type"), row.text("name"),
                        row.texts("tags"), row.flag("enabled")))
                .stream().findFirst();
    }

    /** Held until the transaction ends, so that changes of one integration come one after the other. */
    Optional<Integration> lock(String tenantId, UUID id) {
        return find("tenantId = ?1 and id = ?2 and deletedAt is null", tenantId, id)
                .withLock(LockModeType.PESSIMISTIC_WRITE).firstResultOptional();
    }

    /** Keeps a deletion waiting until the transaction ends; false where the integration is deleted already. */
    boolean holdAgainstDeletion(String tenantId, UUID id) {
        return !statements.preparedQuery("""
                select id from integration
                where tenant_id = ? and id = ? and deleted_at is null
                for key share""", List.of(tenantId, id), row -> row.id("id")).isEmpty();
    }

    /** Waits for those that {@link #holdAgainstDeletion hold} it, and keeps new ones waiting. */
    void lockForDeletion(String tenantId, UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from integration where tenant_id = :tenant and id = :id for update")
                .setParameter("tenant", tenantId)
                .setParameter("id", id)
                .getResultList();
    }

    /** A page of a tenant's integrations in the order of their creation. */
    List<Integration> page(String tenantId, IntegrationQuery query, int limit) {
        var parameters = query.parameters();
        parameters.put("tenant", tenantId);
        return find("""
                tenantId = :tenant and deletedAt is null and id > :after
                and (:type is null or type = :type) and (:enabled is null or enabled = :enabled)
                order by id""", parameters).page(0, limit).list();
    }

    /** All of a tenant, or all of a type of his. */
    List<Integration> allOfTenant(String tenantId, String type) {
        return find("tenantId = ?1 and deletedAt is null and (?2 is null or type = ?2) order by id", tenantId, type).list();
    }

    /** The same of all tenants: only for a connector. */
    List<Integration> pageOfAllTenants(IntegrationQuery query, int limit) {
        return find("""
                deletedAt is null and id > :after
                and (:type is null or type = :type) and (:enabled is null or enabled = :enabled)
                order by id""", query.parameters()).page(0, limit).list();
    }

    /** Of these, those that a worker is responsible for. */
    List<Integration> pageOfWorker(IntegrationQuery query, String worker, Instant liveSince, int limit) {
        var parameters = query.parameters();
        parameters.put("worker", worker);
        parameters.put("liveSince", liveSince);
        return find("""
                deletedAt is null and id > :after
                and type = :type and (:enabled is null or enabled = :enabled)
                and function('assigned_worker', type, secretDigest, id, :liveSince) = :worker
                order by id""", parameters).page(0, limit).list();
    }

    /** Some whose digests another key than the present one made; what another backend is at is left to it. */
    public List<Integration> lockSomeOfOtherDigests(byte[] keyId, int limit) {
        List<?> rows = getEntityManager().createNativeQuery("""
                select * from integration
                where secrets is not null
                  and (secret_digest is null or substring(secret_digest from 1 for 4) <> :keyId)
                order by tenant_id, id
                limit :limit
                for no key update skip locked""", Integration.class)
                .setParameter("keyId", keyId)
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(Integration.class::cast).toList();
    }

    /** All of a type, whosever they are, for changes that concern their storage. */
    public List<Integration> lockSomeOfType(String type, UUID after, int limit) {
        return find("type = ?1 and deletedAt is null and id > ?2 order by id", type, after)
                .withLock(LockModeType.PESSIMISTIC_WRITE).page(0, limit).list();
    }

    /** Some whose secrets another key than the present one encrypted; what another backend is at is left to it. */
    public List<Integration> lockSomeOfOtherKeys(byte[] currentPrefix, IntegrationKey after, int limit) {
        List<?> rows = getEntityManager().createNativeQuery("""
                select * from integration
                where secrets is not null
                  and (substring(secrets from 1 for 5) < :prefix or substring(secrets from 1 for 5) > :prefix)
                  and (tenant_id, id) > (:tenant, :id)
                order by tenant_id, id
                limit :limit
                for no key update skip locked""", Integration.class)
                .setParameter("prefix", currentPrefix)
                .setParameter("tenant", after.tenantId())
                .setParameter("id", after.id())
                .setParameter("limit", limit)
                .getResultList();
        return rows.stream().map(Integration.class::cast).toList();
    }

    /** Deleted ones whose events may still be there. */
    List<IntegrationReference> withDoomedEvents() {
        return find("eventsDoomed").list().stream().map(Integration::reference).toList();
    }

    void forgetDoomedEvents(IntegrationReference deleted) {
        update("eventsDoomed = false where tenantId = ?1 and id = ?2", deleted.tenantId(), deleted.id());
    }

    Map<UUID, String> names(String tenantId, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var rows = getEntityManager()
                .createQuery("select id, name from Integration where tenantId = ?1 and id in ?2", Object[].class)
                .setParameter(1, tenantId)
                .setParameter(2, ids)
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }
}
