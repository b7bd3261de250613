package io.painchain.backend.rejected;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.validation.FieldError;

/** A draft refused again is kept once, with the newest errors. */
@Singleton
public class RejectedRepository {

    /** ASCII keeps NUL and unpaired surrogates as escapes, which PostgreSQL's text accepts. */
    private static final JsonMapper ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
    private static final TypeReference<List<FieldError>> ERRORS = new TypeReference<>() {
    };

    private static final UUID AFTER_ALL = new UUID(-1, -1);

    private final Statements statements;
    private final Ids ids;
    private final Clock clock;

    RejectedRepository(Statements statements, Ids ids, Clock clock) {
        this.statements = statements;
        this.ids = ids;
        this.clock = clock;
    }

    /** In the caller's transaction, in digest order: two callers wait instead of deadlocking. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String tenantId, UUID integrationId, List<RejectedDraft> drafts) {
        drafts.stream()
                .map(draft -> new Stored(write(draft.raw()), write(draft.errors())))
                .sorted(Comparator.comparing(row -> HexFormat.of().formatHex(row.digest())))
                .forEach(row -> keep(tenantId, integrationId, row));
    }

    /** Newest first, after the last of the page before. */
    public List<RejectedView> list(IntegrationReference integration, Optional<UUID> before, int limit) {
        return statements.query("""
                select id, received_at, errors, raw from rejected_draft
                where tenant_id = ? and integration_id = ? and id < ?
                order by id desc limit ?""",
                List.of(integration.tenantId(), integration.id(), before.orElse(AFTER_ALL), limit), RejectedRepository::view);
    }

    public Optional<RejectedView> find(IntegrationReference integration, UUID id) {
        return statements.query("""
                select id, received_at, errors, raw from rejected_draft
                where tenant_id = ? and integration_id = ? and id = ?""",
                List.of(integration.tenantId(), integration.id(), id), RejectedRepository::view).stream().findFirst();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public boolean remove(IntegrationReference integration, UUID id) {
        return statements.update("delete from rejected_draft where tenant_id = ? and integration_id = ? and id = ?",
                List.of(integration.tenantId(), integration.id(), id)) == 1;
    }

    public long count(IntegrationReference integration) {
        return statements.query("select count(*) as count from rejected_draft where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()), row -> row.number("count")).get(0);
    }

    public long countWithoutIntegration(String tenantId) {
        return statements.query("""
                select count(*) as count from rejected_draft where tenant_id = ? and integration_id is null""",
                List.of(tenantId), row -> row.number("count")).get(0);
    }

    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = deletion.integration();
        statements.update("delete from rejected_draft where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
    }

    private void keep(String tenantId, UUID integrationId, Stored draft) {
        statements.update("""
                insert into rejected_draft (tenant_id, id, integration_id, digest, raw, errors, received_at)
                values (?, ?, cast(? as uuid), ?, ?, ?, ?)
                on conflict on constraint rejected_draft_once do update set errors = excluded.errors""",
                Arrays.asList(tenantId, ids.next(), integrationId, draft.digest(), draft.raw(), draft.errors(),
                        clock.instant()));
    }

    private static RejectedView view(Row row) {
        try {
            return new RejectedView(row.text("id"), row.instant("received_at"), ASCII.readValue(row.text("errors"), ERRORS),
                    ASCII.readTree(row.text("raw")));
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

    private record Stored(String raw, String errors) {

        byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(raw.getBytes(StandardCharsets.US_ASCII));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }
    }
}
