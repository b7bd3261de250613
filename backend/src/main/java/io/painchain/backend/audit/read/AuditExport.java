package io.painchain.backend.audit.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.painchain.backend.csv.CsvLines;

/** The log as a file, read page by page as the client takes it. */
final class AuditExport {

    static final int PAGE = 250;

    private static final CsvLines LINES = new CsvLines(List.of("seq", "at", "actor", "role", "keyId", "userId", "address",
            "requestId", "action", "kind", "objectId", "before", "after", "hash"));

    private final boolean isCsv;
    private final Function<Long, List<AuditEntryView>> pages;
    private final Function<Object, String> json;
    private Long before;
    private boolean begun;
    private boolean ended;

    /** @param pages what comes before an entry, {@link #PAGE} at most; fewer only at the end */
    AuditExport(boolean isCsv, Function<Long, List<AuditEntryView>> pages, Function<Object, String> json) {
        this.isCsv = isCsv;
        this.pages = pages;
        this.json = json;
    }

    /** @return empty at the end */
    byte[] next() {
        if (ended) {
            return new byte[0];
        }
        var entries = pages.apply(before);
        var piece = new StringBuilder(isCsv && !begun ? LINES.header() : "");
        entries.forEach(entry -> piece.append(isCsv ? line(entry) : json.apply(entry) + "\n"));
        begun = true;
        ended = entries.size() < PAGE;
        before = ended ? before : Long.valueOf(entries.get(PAGE - 1).seq());
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(AuditEntryView entry) {
        return LINES.line(Stream
                .<Object> of(entry.seq(), entry.at(), entry.actor(), entry.role(), entry.keyId(), entry.userId(),
                        entry.address(),
                        entry.requestId(), entry.action(), entry.kind(), entry.objectId(), entry.before(), entry.after(),
                        entry.hash())
                .map(cell -> Objects.toString(cell, null)));
    }
}
