package io.painchain.connector.detail;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A failed detail; {@code nextAt} is the next attempt, or when it was given up.
 *
 * @param source the ledger's key; {@code facts} hold what drafting anew needs beyond the record's name
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OpenDetail(String source, String record, String name, Map<String, String> facts, int tries, Instant since,
        Instant nextAt, String why) {

    private static final int WORDS = 160;

    public OpenDetail {
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }

    static OpenDetail first(Id id, Map<String, String> facts, Instant now, String why) {
        return new OpenDetail(id.source(), id.record(), id.name(), facts, 1, now, now.plus(RetryDelays.after(1)), shorten(why));
    }

    OpenDetail failedAgain(Instant now, String newWhy) {
        return new OpenDetail(source, record, name, facts, tries + 1, since, now.plus(RetryDelays.after(tries + 1)),
                shorten(newWhy));
    }

    /** Counts no attempt: the round was over before its turn. */
    OpenDetail putOff(Instant now) {
        return new OpenDetail(source, record, name, facts, tries, since, now.plus(RetryDelays.after(1)), why);
    }

    OpenDetail givenUp(Instant now) {
        return new OpenDetail(source, record, name, Map.of(), tries, since, now, why);
    }

    Id id() {
        return new Id(source, record, name);
    }

    private static String shorten(String sentence) {
        String words = sentence.split(";", 2)[0];
        return words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…";
    }

    record Id(String source, String record, String name) {
    }
}
