package io.painchain.backend.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Supplier;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.access.Keys;
import io.painchain.backend.access.KeysMode;
import io.painchain.backend.event.Drafts;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Statements that forgot the tenant, as the database answers them. */
@QuarkusTest
@TestProfile(KeysMode.class)
class TenantIsolationTest {

    private final Statements statements;
    private final DatabaseScope scope;
    private final RepeatedTransaction transaction;
    private final TenantBinding binding;
    private final String a = Api.newTenant();
    private final String b = Api.newTenant();
    private final String keyOfA = Keys.create(a, "owner");

    TenantIsolationTest(Statements statements, DatabaseScope scope, RepeatedTransaction transaction, TenantBinding binding) {
        this.statements = statements;
        this.scope = scope;
        this.transaction = transaction;
        this.binding = binding;
    }

    @BeforeEach
    void bothHaveSomething() {
        for (var key : List.of(keyOfA, Keys.create(b, "owner"))) {
            Keys.with(key).body(Drafts.byHand("deployed payments").toString()).post("/api/events").then().statusCode(201);
            Keys.with(key).body("{\"name\": \"n\", \"tags\": [\"t\"]}").post("/api/teams").then().statusCode(201);
            Keys.with(key).get("/api/events?q=payments").then().statusCode(200);
        }
    }

    @Test
    void everyTableWithATenantShowsThatTenantsRowsOnly() {
        var tables = owned();
        assertThat(tables).hasSizeGreaterThan(20).contains("event", "event_document", "event_revision", "team", "task",
                "audit_entry", "api_key", "delivery");

        assertThat(tables).allSatisfy(table -> assertThat(as(b, () -> texts("select distinct tenant_id from " + table)))
                .as("%s without its tenant", table).isSubsetOf(b));
        assertThat(as(b, () -> texts("select distinct tenant_id from event"))).containsExactly(b);
        assertThat(as(b, () -> texts("select distinct tenant_id from team"))).containsExactly(b);
        assertThat(scope.ofAll(() -> texts("select distinct tenant_id from event"))).contains(a, b);
    }

    /** A new table is closed without another line, and this says so where it is not. People belong to no one tenant. */
    @Test
    void everyTableWithATenantHasAPolicyOrHidesBehindAView() {
        assertThat(scope.ofOwner(() -> texts("""
                select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')
                    and c.relname not in ('app_user', 'browser_session')
                    and not c.relrowsecurity and to_regclass('app.' || c.relname) is null"""))).isEmpty();
        assertThat(scope.ofOwner(() -> texts(
                """
                        select c.relname from pg_class c where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
                            and to_regclass('app.' || c.relname) is not null
                            and has_table_privilege('painchain_app', c.oid, 'select')""")))
                .as("views that can be gone round").isEmpty();
        assertThat(scope.ofOwner(() -> texts("""
                select relname from pg_class join pg_roles r on r.oid = relowner
                where rolname in ('painchain_app', 'painchain_work')""")))
                .isEmpty();
    }

    @Test
    void anothersRowsAreNeitherChangedNorRemovedNorMade() {
        assertThat(this.<Integer> as(b,
                () -> statements.update("update team set name = 'taken over' where tenant_id = ?", List.of(a))))
                .isZero();
        assertThat(this.<Integer> as(b, () -> statements.update("delete from event where tenant_id = ?", List.of(a)))).isZero();
        assertThat(this.<Integer> as(b,
                () -> statements.update("update event set title = 'ours' where connector = 'script'", List.of())))
                .isEqualTo(1);
        assertThatThrownBy(() -> as(b, () -> statements.update("""
                insert into team (tenant_id, id, name, tags, version, created_at, updated_at)
                values (?, gen_random_uuid(), 'n', '{}', 1, now(), now())""", List.of(a)))).hasMessageContaining("42501");
        assertThatThrownBy(
                () -> as(b, () -> statements.update("update event set tenant_id = ? where connector = 'script'", List.of(a))))
                .hasMessageContaining("44000");
        assertThatThrownBy(() -> as(b, () -> texts("select title from public.event"))).hasMessageContaining("42501");
        Keys.with(keyOfA).get("/api/events?q=payments").then().body("size()", org.hamcrest.Matchers.equalTo(1));
    }

    @Test
    void aTransactionOfATenantEndsWithItsScope() {
        assertThat(as(b, () -> QuarkusTransaction.requiringNew().call(() -> texts("select distinct tenant_id from event"))))
                .containsExactly(b);
        for (int i = 0; i < 30; i++) {
            assertThat(scope.ofAll(() -> texts("select distinct tenant_id from team"))).contains(a, b);
        }
    }

    @Test
    void nobodySeesAnythingOutsideOfAScope() {
        assertThatThrownBy(() -> texts("select tenant_id from team")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("outside of a scope");
    }

    @Test
    void aTransactionKeepsItsScope() {
        as(b, () -> QuarkusTransaction.requiringNew().call(() -> {
            assertThatThrownBy(() -> as(a, () -> texts("select tenant_id from team"))).isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("cannot become");
            assertThatThrownBy(() -> scope.ofAll(() -> texts("select tenant_id from team")))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(transaction.callFor(a, () -> texts("select distinct tenant_id from team"))).containsExactly(a);
            assertThat(as(b, () -> texts("select distinct tenant_id from team"))).containsExactly(b);
            return true;
        }));
    }

    /** Migrations, and what makes and drops partitions and indexes, is all that is the owner's. */
    @Test
    void whatRunsForAllTenantsSeesThemAndOwnsNothing() {
        assertThat(scope.ofAll(() -> texts("select current_user"))).containsExactly("painchain_work");
        assertThat(scope.ofAll(() -> texts("select distinct tenant_id from team"))).contains(a, b);
        for (var forbidden : List.of("create table mine (id int)", "alter table team add column mine int", "drop table team",
                "drop policy of_tenant on team", "alter table team disable row level security",
                "update audit_entry set actor = 'eve'", "truncate audit_entry", "delete from flyway_schema_history")) {
            assertThatThrownBy(() -> scope.ofAll(() -> statements.update(forbidden, List.of()))).as(forbidden)
                    .hasMessageContaining("42501");
        }
        assertThat(scope.ofOwner(() -> texts("select cast(current_user = session_user as text)"))).containsExactly("true");
    }

    @Test
    void whatIsMadeLaterIsOpenToWorkForAllTenantsOnly() {
        scope.ofOwner(() -> statements.update("create table if not exists made_later (tenant_id text)", List.of()));
        try {
            assertThat(scope.ofAll(() -> texts("select tenant_id from made_later"))).isEmpty();
            assertThatThrownBy(() -> as(b, () -> texts("select tenant_id from made_later"))).hasMessageContaining("42501");
        } finally {
            scope.ofOwner(() -> statements.update("drop table made_later", List.of()));
        }
    }

    /** The pool would never see it again. */
    @Test
    void aConnectionThatBrokeIsReturnedAllTheSame() throws SQLException {
        // Given: one that is to be kept to its tenant
        var connection = Keys.connect();
        connection.setAutoCommit(false);
        for (int i = 0; i < 2; i++) {
            as(b, () -> {
                binding.onConnectionAcquire(connection);
                return null;
            });
        }

        // When
        connection.close();

        // Then
        assertThatCode(() -> binding.onConnectionReturn(connection)).doesNotThrowAnyException();
        assertThatThrownBy(() -> as(a, () -> {
            binding.onConnectionAcquire(connection);
            return null;
        })).isInstanceOf(DatabaseFailure.class);
    }

    @Test
    void theAuditLogIsAddedToOnly() {
        assertThatThrownBy(() -> as(b, () -> statements.update("update audit_entry set actor = 'eve'", List.of())))
                .hasMessageContaining("42501");
        assertThatThrownBy(() -> as(b, () -> statements.update("delete from audit_entry", List.of())))
                .hasMessageContaining("42501");
        assertThatThrownBy(() -> as(b, () -> statements.update("truncate audit_entry", List.of())))
                .hasMessageContaining("42501");
    }

    @Test
    void searchesUseTheirIndexAllTheSame() {
        // Given: so many rows of the tenant that going through them is worse
        as(b, () -> statements.update("""
                insert into event_document (tenant_id, id, "timestamp", revision, search, names)
                select ?, gen_random_uuid(), now(), 1, to_tsvector('simple', 'word' || i), array[cast(i as bigint)]
                from generate_series(1, 5000) i""", List.of(b)));
        scope.ofOwner(() -> statements.update("analyze event_document", List.of()));

        // Then
        assertThat(plan("""
                select d.id from event_document d where d.tenant_id = '%s' and d.search @@ cast('word7' as tsquery)"""))
                .contains("event_document_terms").contains("search @@");
        assertThat(plan("select d.id from event_document d where d.tenant_id = '%s' and d.names && cast('{1}' as bigint[])"))
                .contains("event_document_terms").contains("names &&");
        assertThat(plan("""
                select e.id from event e where e.tenant_id = '%s' order by e."timestamp" desc, e.id desc limit 50"""))
                .contains("event_timeline").doesNotContain("Sort");
    }

    /** Without filters over rows and checks of what an index found: a condition that is left is the index's. */
    private String plan(String sql) {
        var lines = as(b, () -> QuarkusTransaction.requiringNew().call(() -> {
            // The tables are small here, where going through all of one is no worse.
            statements.query("select set_config('enable_seqscan', 'off', true), set_config('enable_sort', 'off', true)",
                    List.of(), row -> true);
            return statements.query("explain " + sql.formatted(b), List.of(), row -> row.text("QUERY PLAN"));
        }));
        return String.join("\n",
                lines.stream().filter(line -> !line.contains(" Filter:") && !line.contains("Recheck")).toList());
    }

    private List<String> owned() {
        return scope.ofAll(() -> texts("""
                select c.relname from pg_class c
                where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and c.relname not in ('app_user', 'browser_session')
                    and exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id')"""));
    }

    private <T> T as(String tenant, Supplier<T> work) {
        return scope.of(tenant, work);
    }

    /** The first column. */
    private List<String> texts(String sql) {
        return statements.query(sql, List.of(), row -> row.text(1));
    }
}
