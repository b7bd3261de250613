package io.painchain.connector.detail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.painchain.connector.provider.ProviderException;

/** Reads what a list does not hold. A failed detail is noted for a retry; only failures of every request are thrown. */
public final class Details {

    private static final int TIMEOUTS = 2;
    private static final String NOT_ASKED = "not asked: too many answers took too long";

    /** @param why the detail failed; {@code null}: it was read, or is withheld */
    record Answer(Map<String, String> facts, boolean asked, String why) {

        boolean failed() {
            return why != null;
        }
    }

    private final OpenDetails known;
    private final Map<OpenDetail.Id, Answer> answers = new LinkedHashMap<>();
    private int timeouts;

    public Details(OpenDetails known) {
        this.known = known;
    }

    public RecordDetails of(String source, String record) {
        return new RecordDetails(this, new OpenRecord(source, record, Map.of()));
    }

    /** Reads without a retry, as there is another way to learn it; throws where every request would fail. */
    public <T> Optional<T> attempt(Supplier<T> read) {
        if (exhausted()) {
            return Optional.empty();
        }
        try {
            return Optional.of(read.get());
        } catch (ProviderException e) {
            passOn(e);
            return Optional.empty();
        }
    }

    /** So many timeouts that nothing more is requested in this round. */
    public boolean exhausted() {
        return timeouts >= TIMEOUTS;
    }

    <T> Optional<T> read(OpenDetail.Id id, Map<String, String> facts, Supplier<T> read) {
        if (exhausted()) {
            answers.put(id, new Answer(facts, false, NOT_ASKED));
            return Optional.empty();
        }
        try {
            T value = read.get();
            answers.put(id, new Answer(facts, true, null));
            return Optional.of(value);
        } catch (ProviderException e) {
            passOn(e);
            answers.put(id, new Answer(facts, true, e.withheld() ? null : e.getMessage()));
            return Optional.empty();
        }
    }

    boolean waits(OpenDetail.Id id) {
        return known.knows(id);
    }

    boolean failed(OpenDetail.Id id) {
        return answers.containsKey(id) && answers.get(id).failed();
    }

    Map<OpenDetail.Id, Answer> answers() {
        return answers;
    }

    private void passOn(ProviderException e) {
        if (e.concernsAll() || e.unreachable() && !e.timedOut()) {
            throw e;
        }
        timeouts += e.timedOut() ? 1 : 0;
    }
}
