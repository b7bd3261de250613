package io.painchain.connector.detail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.painchain.connector.provider.ProviderException;

/**
 * The one way to read what belongs to a record and is not in its list. A detail that fails is left out, and noted, so that it
 * is
 * asked for again; only what would happen to every request is passed on.
 */
public final class Details {

    private static final int TIMEOUTS = 2;
    private static final String NOT_ASKED = "not asked: too many answers took too long";

    /**
     * What became of a detail.
     *
     * @param why not; {@code null}: it was read, or is withheld
     */
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

    /**
     * Tries to read something that there is another way to learn, so that it is not asked for again.
     *
     * @throws ProviderException where everything else would fare the same
     */
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

    /** Whether so many answers took too long that nothing more is asked for in this round. */
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
