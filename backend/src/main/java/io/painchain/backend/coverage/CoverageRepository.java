package io.painchain.backend.coverage;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.model.integration.Coverage;

/** Lines of the ledger. An earlier verified line never replaces a later one. */
@Singleton
public class CoverageRepository {

    private static final TypeReference<List<Coverage.Gap>> GAPS = new TypeReference<>() {
    };

    private final Statements statements;
    private final ObjectMapper mapper;
    private final Clock clock;

    CoverageRepository(Statements statements, ObjectMapper mapper, Clock clock) {
        this.statements = statements;
        this.mapper = mapper;
        this.clock = clock;
    }

    public record Line(UUID integrationId, Coverage coverage) {
    }

    /** In the caller's transaction. Of two lines for one source the last counts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void write(IntegrationReference integration, List<Coverage> lines) {
        var bySource = new LinkedHashMap<List<String>, Stored>();
        lines.forEach(line -> bySource.put(List.of(line.repository(), line.source()), Stored.of(line)));
        statements.update(
                """
                        insert into coverage (tenant_id, integration_id, repository, source, covered_from, covered_to, verified_at, gaps,
                                              updated_at)
                        select ?, ?, repository, source, covered_from, covered_to, verified_at, gaps, ?
                        from jsonb_to_recordset(cast(? as jsonb)) as reported (repository text, source text, covered_from timestamptz,
                            covered_to timestamptz, verified_at timestamptz, gaps jsonb)
                        order by repository, source
                        on conflict (tenant_id, integration_id, repository, source) do update
                        set covered_from = excluded.covered_from, covered_to = excluded.covered_to,
                            verified_at = excluded.verified_at, gaps = excluded.gaps, updated_at = excluded.updated_at
                        where coverage.verified_at <= excluded.verified_at""",
                List.of(integration.tenantId(), integration.id(), clock.instant(), json(bySource.values())));
    }

    /** For repositories that are no longer read. */
    public void remove(IntegrationReference integration, Collection<String> repositories) {
        statements.update("delete from coverage where tenant_id = ? and integration_id = ? and repository = any(?)",
                List.of(integration.tenantId(), integration.id(), repositories.toArray(String[]::new)));
    }

    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = deletion.integration();
        statements.update("delete from coverage where tenant_id = ? and integration_id = ?",
                List.of(integration.tenantId(), integration.id()));
    }

    public List<Line> lines(String tenantId, Collection<String> integrationIds) {
        return statements.query("""
                select integration_id, repository, source, covered_from, covered_to, verified_at, cast(gaps as text) as gaps
                from coverage
                where tenant_id = ? and integration_id = any(cast(? as uuid[]))
                order by integration_id, repository, source""",
                List.of(tenantId, integrationIds.toArray(String[]::new)), this::line);
    }

    public List<Line> linesOf(String tenantId, Collection<String> repositories) {
        return statements.query("""
                select integration_id, repository, source, covered_from, covered_to, verified_at, cast(gaps as text) as gaps
                from coverage
                where tenant_id = ? and repository = any(?)
                order by integration_id, repository, source""",
                List.of(tenantId, repositories.toArray(String[]::new)), this::line);
    }

    private Line line(Row row) {
        return new Line(row.id("integration_id"), new Coverage(row.text("repository"), row.text("source"),
                row.instant("covered_from"), row.instant("covered_to"), row.instant("verified_at"), gaps(row.text("gaps"))));
    }

    private List<Coverage.Gap> gaps(String json) {
        try {
            return mapper.readValue(json, GAPS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stored gaps are unreadable", e);
        }
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Coverage cannot be written as JSON", e);
        }
    }

    private record Stored(String repository, String source, @JsonProperty("covered_from") Instant from,
            @JsonProperty("covered_to") Instant to, @JsonProperty("verified_at") Instant verifiedAt, List<Coverage.Gap> gaps) {

        static Stored of(Coverage line) {
            return new Stored(line.repository(), line.source(), line.from(), line.to(), line.verifiedAt(),
                    line.gaps() == null ? List.of() : line.gaps());
        }
    }
}
