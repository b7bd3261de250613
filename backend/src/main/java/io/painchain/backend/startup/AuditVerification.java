package io.painchain.backend.startup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import io.painchain.backend.audit.AuditChain;
import io.painchain.backend.audit.AuditEntry;
import io.painchain.backend.postgres.DatabaseAccess;
import io.painchain.backend.process.Console;
import io.painchain.backend.process.ExitStatus;
import io.painchain.backend.process.StartupFailure;

/** Computes every chain of the audit log anew. Reads only. */
final class AuditVerification {

    private static final int CONNECT_SECONDS = 10;
    private static final int ROWS_AT_ONCE = 500;

    private final Map<String, Head> heads = new LinkedHashMap<>();

    private AuditVerification() {
    }

    private record Head(long seq, byte[] hash) {

        static final Head NONE = new Head(0, AuditChain.BEGINNING);
    }

    static void of(DatabaseAccess access) {
        try (var connection = access.connect(CONNECT_SECONDS)) {
            connection.setAutoCommit(false);
            new AuditVerification().verify(connection);
            connection.rollback();
        } catch (SQLException e) {
            throw new StartupFailure(ExitStatus.DATABASE_UNREACHABLE, "The audit log could not be read: " + e.getMessage(), e);
        }
    }

    private void verify(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_AT_ONCE);
            try (var rows = statement.executeQuery("SELECT * FROM audit_entry ORDER BY tenant_id, seq")) {
                while (rows.next()) {
                    verify(rows);
                }
            }
            try (var rows = statement.executeQuery("SELECT tenant_id, seq, hash FROM audit_head WHERE seq > 0 ORDER BY 1")) {
                while (rows.next()) {
                    verifyHead(rows.getString("tenant_id"), new Head(rows.getLong("seq"), rows.getBytes("hash")));
                }
            }
        }
        heads.forEach((tenant, head) -> Console.say("Audit log of tenant %s: %d entries, the last is %s".formatted(tenant,
                head.seq(), HexFormat.of().formatHex(head.hash()))));
        Console.say(
                "The audit log is whole. Compare with the lines \"Audit log of tenant\" of your logs, which nobody who has only the database can change.");
    }

    private void verify(ResultSet row) throws SQLException {
        var entry = entry(row);
        long seq = row.getLong("seq");
        var last = heads.getOrDefault(entry.tenantId(), Head.NONE);
        if (seq != last.seq() + 1) {
            throw broken(entry.tenantId(), last.seq() + 1, "is missing");
        }
        if (!Arrays.equals(row.getBytes("previous_hash"), last.hash())) {
            throw broken(entry.tenantId(), seq, "does not follow the one before it");
        }
        var hash = AuditChain.hash(entry, seq, last.hash());
        if (!Arrays.equals(row.getBytes("hash"), hash)) {
            throw broken(entry.tenantId(), seq, "was changed");
        }
        heads.put(entry.tenantId(), new Head(seq, hash));
    }

    private void verifyHead(String tenantId, Head head) {
        var last = heads.getOrDefault(tenantId, Head.NONE);
        if (head.seq() != last.seq() || !Arrays.equals(head.hash(), last.hash())) {
            throw broken(tenantId, Math.min(head.seq(), last.seq() + 1), "is missing at the end, or the head was changed");
        }
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(row.getString("tenant_id"), row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                new AuditEntry.Actor(row.getString("actor"), row.getString("role"), row.getObject("key_id", UUID.class),
                        row.getObject("user_id", UUID.class),
                        row.getString("address"), row.getString("request_id")),
                row.getString("action"), row.getString("kind"), row.getString("object_id"), row.getString("state_before"),
                row.getString("state_after"));
    }

    private static StartupFailure broken(String tenantId, long seq, String how) {
        return new StartupFailure(ExitStatus.AUDIT_BROKEN,
                "The audit log of tenant %s is not whole: entry %d %s.".formatted(tenantId, seq, how));
    }
}
