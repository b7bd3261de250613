package io.painchain.connector.detail;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The details of one record. */
public final class RecordDetails {

    private final Details all;
    private final OpenRecord record;

    RecordDetails(Details all, OpenRecord record) {
        this.all = all;
        this.record = record;
    }

    /**
     * Reads one of them.
     *
     * @return empty where it could not be had; unless it is withheld it is asked for again later
     * @throws io.painchain.connector.provider.ProviderException where everything else would fare the same
     */
    public <T> Optional<T> read(String name, Supplier<T> read) {
        return all.read(new OpenDetail.Id(record.source(), record.record(), name), record.facts(), read);
    }

    /** Whether it failed before and waits for its next turn, or was given up. */
    public boolean waits(String name) {
        return all.waits(new OpenDetail.Id(record.source(), record.record(), name));
    }

    /** Whether it failed just now. */
    public boolean failed(String name) {
        return all.failed(new OpenDetail.Id(record.source(), record.record(), name));
    }

    /** The same record with what it takes to draft it anew. */
    public RecordDetails with(Map<String, String> facts) {
        return new RecordDetails(all, new OpenRecord(record.source(), record.record(), facts));
    }
}
