package io.painchain.backend.webhook;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.inject.Singleton;

import io.painchain.backend.database.Statements;

@Singleton
class BodyPartitionRepository {

    /** One at a time on all backends: two that make the same one at once would fail each other. */
    private static final String LOCK = "select cast(pg_advisory_xact_lock(7241093561) as text) as locked";

    private final Statements statements;

    BodyPartitionRepository(Statements statements) {
        this.statements = statements;
    }

    boolean make(LocalDate day) {
        statements.query(LOCK, List.of(), row -> true);
        return statements.update("create table if not exists %s partition of delivery_body for values from ('%s') to ('%s')"
                .formatted(name(day), day, day.plusDays(1)), List.of()) == 0;
    }

    boolean drop(LocalDate day) {
        statements.query(LOCK, List.of(), row -> true);
        return statements.update("drop table if exists " + name(day), List.of()) == 0;
    }

    private static String name(LocalDate day) {
        return "delivery_body_" + DateTimeFormatter.BASIC_ISO_DATE.format(day);
    }
}
