package io.painchain.backend.operator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.stream.Collectors;

/** All rows of a tenant, a line of JSON each, read as the client takes them. Without what is encrypted. */
final class TenantExport {

    private final TenantRowsRepository rows;
    private final String tenantId;
    private final Queue<String> tables;
    private long block;
    private long blocks;

    TenantExport(TenantRowsRepository rows, String tenantId) {
        this.rows = rows;
        this.tenantId = tenantId;
        this.tables = new ArrayDeque<>(rows.tables());
        begin();
    }

    /** @return empty at the end */
    byte[] next() {
        var lines = List.<String> of();
        while (lines.isEmpty() && !tables.isEmpty()) {
            if (block >= blocks) {
                tables.remove();
                begin();
                continue;
            }
            lines = rows.rows(tables.peek(), tenantId, block);
            block = TenantRowsRepository.next(block);
        }
        return lines.stream().collect(Collectors.joining("\n", "", lines.isEmpty() ? "" : "\n"))
                .getBytes(StandardCharsets.UTF_8);
    }

    private void begin() {
        block = 0;
        blocks = tables.isEmpty() ? 0 : rows.blocks(tables.peek());
    }
}
