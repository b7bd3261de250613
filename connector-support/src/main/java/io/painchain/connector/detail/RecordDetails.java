package io.painchain.connector.detail;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

public final class RecordDetails {

    private final Details all;
    private final OpenRecord record;

    RecordDetails(Details all, OpenRecord record) {
        this.all = all;
        this.record = record;
    }

    /** @return empty where it failed; unless withheld it is read again later. Throws where every request would fail */
    public <T> Optional<T> read(String name, Supplier<T> read) {
        return all.read(new OpenDetail.Id(record.source(), record.record(), name), record.facts(), read);
    }

    /** Whether it failed before and waits for a retry, or was given up. */
    public boolean waits(String name) {
        return all.waits(new OpenDetail.Id(record.source(), record.record(), name));
    }

    public boolean failed(String name) {
        return all.failed(new OpenDetail.Id(record.source(), record.record(), name));
    }

    public RecordDetails with(Map<String, String> facts) {
        return new RecordDetails(all, new OpenRecord(record.source(), record.record(), facts));
    }
}
