package io.painchain.backend.visibility;

import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

@Singleton
class FieldVisibilityRepository {

    private final Statements statements;

    FieldVisibilityRepository(Statements statements) {
        this.statements = statements;
    }

    record Choice(String connector, String eventType, String field, boolean visible) {
    }

    List<Choice> list(String tenantId) {
        return statements.query("""
                select * from field_visibility where tenant_id = ? order by connector, event_type, field""",
                List.of(tenantId), FieldVisibilityRepository::choice);
    }

    void put(String tenantId, Choice choice) {
        statements.update("""
                insert into field_visibility (tenant_id, connector, event_type, field, visible) values (?, ?, ?, ?, ?)
                on conflict (tenant_id, connector, event_type, field) do update set visible = excluded.visible""",
                List.of(tenantId, choice.connector(), choice.eventType(), choice.field(), choice.visible()));
    }

    void remove(String tenantId, String connector, String eventType, String field) {
        statements.update("""
                delete from field_visibility where tenant_id = ? and connector = ? and event_type = ? and field = ?""",
                List.of(tenantId, connector, eventType, field));
    }

    private static Choice choice(Row row) {
        return new Choice(row.text("connector"), row.text("event_type"), row.text("field"), row.flag("visible"));
    }
}
