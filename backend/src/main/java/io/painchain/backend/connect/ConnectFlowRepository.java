package io.painchain.backend.connect;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.connect.ConnectFlowView.State;
import io.painchain.backend.database.Row;
import io.painchain.backend.database.Statements;

@Singleton
class ConnectFlowRepository {

    private static final String ALL = """
            select tenant_id, id, type, way, name, caller, state, content, ask_at, interval_seconds, error, integration_id,
                expires_at
            from connect_flow\s""";

    private final Statements statements;

    ConnectFlowRepository(Statements statements) {
        this.statements = statements;
    }

    void add(ConnectFlow flow, byte[] nonce, Instant now) {
        statements.update("""
                insert into connect_flow (tenant_id, id, type, way, name, caller, state, nonce, content, ask_at,
                    interval_seconds, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as timestamptz), cast(? as int), ?, ?)""",
                Arrays.asList(flow.tenantId(), flow.id(), flow.type(), flow.way(), flow.name(), flow.caller(),
                        flow.state().name(), nonce, flow.content(), flow.askAt(), flow.intervalSeconds(), now,
                        flow.expiresAt()));
    }

    Optional<ConnectFlow> find(String tenantId, UUID id) {
        return statements.query(ALL + "where tenant_id = ? and id = ?", List.of(tenantId, id), ConnectFlowRepository::read)
                .stream().findFirst();
    }

    /** Also where it was answered before. */
    Optional<ConnectFlow> ofNonce(String tenantId, String type, byte[] nonce) {
        return statements.query(ALL + "where tenant_id = ? and type = ? and (nonce = ? or ? = any (used_nonces))",
                List.of(tenantId, type, nonce, nonce), ConnectFlowRepository::read).stream().findFirst();
    }

    /** @return false where another request was first */
    boolean take(ConnectFlow flow, byte[] nonce) {
        return statements.update("""
                update connect_flow set state = 'busy', nonce = null, used_nonces = used_nonces || cast(? as bytea)
                where tenant_id = ? and id = ? and state = 'waiting' and nonce = ?""",
                List.of(nonce, flow.tenantId(), flow.id(), nonce)) == 1;
    }

    /** @return false where another request was first, or it is too early */
    boolean takeToAsk(ConnectFlow flow, Instant now) {
        return statements.update("""
                update connect_flow set ask_at = ? where tenant_id = ? and id = ? and state = 'waiting' and ask_at <= ?""",
                List.of(now.plusSeconds(flow.intervalSeconds()), flow.tenantId(), flow.id(), now)) == 1;
    }

    void goOn(ConnectFlow flow, byte[] nonce) {
        statements.update("""
                update connect_flow set state = 'waiting', nonce = cast(? as bytea), content = ?,
                    ask_at = cast(? as timestamptz), interval_seconds = cast(? as int), expires_at = ?
                where tenant_id = ? and id = ?""",
                Arrays.asList(nonce, flow.content(), flow.askAt(), flow.intervalSeconds(), flow.expiresAt(), flow.tenantId(),
                        flow.id()));
    }

    void end(ConnectFlow flow, State state, String error, UUID integrationId) {
        statements.update("""
                update connect_flow set state = ?, nonce = null, content = null, ask_at = null, error = cast(? as text),
                    integration_id = cast(? as uuid)
                where tenant_id = ? and id = ?""",
                Arrays.asList(state.name(), error, integrationId, flow.tenantId(), flow.id()));
    }

    /** Of all tenants. */
    void removeOlderThan(Instant now, Duration age) {
        statements.update("delete from connect_flow where created_at < ?", List.of(now.minus(age)));
    }

    private static ConnectFlow read(Row row) {
        var interval = row.count("interval_seconds");
        return new ConnectFlow(row.text("tenant_id"), row.id("id"), row.text("type"), row.text("way"), row.text("name"),
                row.text("caller"), State.valueOf(row.text("state")), row.bytes("content"), row.instant("ask_at"),
                interval == null ? null : Math.toIntExact(interval), row.text("error"), row.id("integration_id"),
                row.instant("expires_at"));
    }
}
