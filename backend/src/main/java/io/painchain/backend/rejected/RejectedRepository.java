package io.painchain.backend.rejected;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.validation.FieldError;

/** What was refused, kept as it came. The same thing refused again is kept once, with the newest errors. */
@Singleton
public class RejectedRepository {

    /** All text in ASCII: NUL and unpaired surrogates are kept as escapes, which PostgreSQL's text takes. */
    private static final JsonMapper ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {
    };

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final EntityManager entities;
    private final Ids ids;
    private final Clock clock;

    RejectedRepository(EntityManager entities, Ids ids, Clock clock) {
        this.entities = entities;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Sets drafts aside in the caller's transaction, in the order of their digests, so that two that set aside the same ones
     * wait for each other instead of blocking both.
     *
     * @param integrationId {@code null} for drafts without an integration
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String tenantId, UUID integrationId, List<RejectedDraft> drafts) {
        drafts.stream()
                .map(draft -> new Row(write(draft.raw()), write(draft.errors())))
                .sorted(Comparator.comparing(row -> HexFormat.of().formatHex(row.digest())))
                .forEach(row -> keep(tenantId, integrationId, row));
    }

    /** The newest first, beginning after the one that a page before ended with. */
    public List<RejectedView> list(IntegrationReference integration, Optional<UUID> before, int limit) {
        var query = about(integration, """
                select id, received_at, errors, raw from rejected_draft
                where tenant_id = :tenant and integration_id = :integration and id < :before
                order by id desc""");
        return views(query.setParameter("before", before.orElse(AFTER_ALL)).setMaxResults(limit));
    }

    public Optional<RejectedView> find(IntegrationReference integration, UUID id) {
        return views(about(integration, """
                select id, received_at, errors, raw from rejected_draft
                where tenant_id = :tenant and integration_id = :integration and id = :id""")
                .setParameter("id", id)).stream().findFirst();
    }

    /** Whether it was there. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean remove(IntegrationReference integration, UUID id) {
        return about(integration, """
                delete from rejected_draft
                where tenant_id = :tenant and integration_id = :integration and id = :id""")
                .setParameter("id", id).executeUpdate() == 1;
    }

    public long count(IntegrationReference integration) {
        var count = about(integration,
                "select count(*) from rejected_draft where tenant_id = :tenant and integration_id = :integration");
        return ((Number) count.getSingleResult()).longValue();
    }

    /** How many drafts of a tenant are set aside that named no integration. */
    public long countWithoutIntegration(String tenantId) {
        var count = entities.createNativeQuery(
                "select count(*) from rejected_draft where tenant_id = :tenant and integration_id is null")
                .setParameter("tenant", tenantId);
        return ((Number) count.getSingleResult()).longValue();
    }

    private void keep(String tenantId, UUID integrationId, Row row) {
        entities.createNativeQuery("""
                insert into rejected_draft (tenant_id, id, integration_id, digest, raw, errors, received_at)
                values (:tenant, :id, cast(:integration as uuid), :digest, :raw, :errors, :now)
                on conflict on constraint rejected_draft_once do update set errors = excluded.errors""")
                .setParameter("tenant", tenantId)
                .setParameter("id", ids.next())
                .setParameter("integration", integrationId == null ? null : integrationId.toString())
                .setParameter("digest", row.digest())
                .setParameter("raw", row.raw())
                .setParameter("errors", row.errors())
                .setParameter("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .executeUpdate();
    }

    private Query about(IntegrationReference integration, String statement) {
        return entities.createNativeQuery(statement)
                .setParameter("tenant", integration.tenantId())
                .setParameter("integration", integration.id());
    }

    private static List<RejectedView> views(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    private static RejectedView view(Object[] row) {
        try {
            return new RejectedView(row[0].toString(), (Instant) row[1], ASCII.readValue((String) row[2], ERRORS),
                    ASCII.readTree((String) row[3]));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored draft is no JSON", e);
        }
    }

    private static String write(Object value) {
        try {
            return ASCII.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A draft cannot be written as JSON", e);
        }
    }

    private record Row(String raw, String errors) {

        byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.US_ASCII));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }
}
