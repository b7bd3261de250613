package io.painchain.backend.person.discovery;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;
import io.painchain.backend.integration.IntegrationDeleted;
import io.painchain.backend.task.TaskKey;

/** When integrations were asked for their people, and what came of it. */
@Singleton
class ReadingRepository {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
    };

    private final Statements statements;
    private final ObjectMapper mapper;

    ReadingRepository(Statements statements, ObjectMapper mapper) {
        this.statements = statements;
        this.mapper = mapper;
    }

    /** Of all tenants: an enabled integration that can be read and was not asked since. */
    record Due(String tenantId, UUID integrationId, String type) {
    }

    List<Due> due(List<String> types, Instant since, int most) {
        return statements.query("""
                select i.tenant_id, i.id, i.type from integration i
                join integration_sync s on s.tenant_id = i.tenant_id and s.integration_id = i.id
                    and s.status in ('ok', 'degraded')
                left join people_reading r on r.tenant_id = i.tenant_id and r.integration_id = i.id
                where i.type = any(?) and i.enabled and i.deleted_at is null and (r.asked_at is null or r.asked_at < ?)
                order by r.asked_at nulls first, i.id limit ?""", List.of(types.toArray(String[]::new), since, most),
                row -> new Due(row.text("tenant_id"), row.id("id"), row.text("type")));
    }

    void asked(String tenantId, UUID integrationId, Instant now) {
        statements.update("""
                insert into people_reading (tenant_id, integration_id, asked_at) values (?, ?, ?)
                on conflict (tenant_id, integration_id) do update set asked_at = excluded.asked_at""",
                List.of(tenantId, integrationId, now));
    }

    void told(String tenantId, UUID integrationId, boolean complete, List<String> warnings, Instant now) {
        statements.update("""
                update people_reading set read_at = ?, complete = ?, warnings = cast(? as jsonb), error = null
                where tenant_id = ? and integration_id = ?""", List.of(now, complete, json(warnings), tenantId, integrationId));
    }

    void failed(String tenantId, UUID integrationId, String error) {
        statements.update("update people_reading set error = ? where tenant_id = ? and integration_id = ?",
                List.of(error, tenantId, integrationId));
    }

    Optional<PeopleReadingView> find(String tenantId, UUID integrationId) {
        return statements.query("""
                select asked_at, read_at, complete, cast(warnings as text) as warnings, error,
                    (select count(*) from account_membership m where m.tenant_id = r.tenant_id
                        and m.integration_id = r.integration_id and m.member and m.left_at is null) as members
                from people_reading r where tenant_id = ? and integration_id = ?""", List.of(tenantId, integrationId),
                this::view).stream().findFirst();
    }

    /** Empty where the integration was deleted. */
    Optional<Due> ofTask(TaskKey task) {
        return statements.query("""
                select t.tenant_id, i.id, i.type from task t
                join integration i on i.tenant_id = t.tenant_id and i.id = t.integration_id and i.deleted_at is null
                where t.tenant_id = ? and t.id = ?""", Arrays.asList(task.tenantId(), task.id()),
                row -> new Due(row.text("tenant_id"), row.id("id"), row.text("type"))).stream().findFirst();
    }

    /** Whose logins were whose stays, as the events do. */
    void deleted(@Observes IntegrationDeleted deletion) {
        var integration = List.<Object> of(deletion.integration().tenantId(), deletion.integration().id());
        statements.update("delete from account_membership where tenant_id = ? and integration_id = ?", integration);
        statements.update("delete from people_reading where tenant_id = ? and integration_id = ?", integration);
    }

    private PeopleReadingView view(Row row) {
        try {
            return new PeopleReadingView(true, row.instant("asked_at"), row.instant("read_at"), row.flag("complete"),
                    row.number("members"), mapper.readValue(row.text("warnings"), TEXTS), row.text("error"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What was stored of a reading is unreadable", e);
        }
    }

    private String json(List<String> texts) {
        try {
            return mapper.writeValueAsString(texts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts can be written as JSON", e);
        }
    }
}
