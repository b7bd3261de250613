package io.painchain.connector.detail;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A detail that could not be read and is to be asked for again, or was given up.
 *
 * @param source the ledger's key of what the record belongs to
 * @param record names the record within it
 * @param facts what it takes to draft the record anew, where its name is not enough
 * @param tries how often it was asked for
 * @param since when it was first asked for
 * @param nextAt when to ask again, or when it was given up
 * @param why the last refusal
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record OpenDetail(String source, String record, String name, Map<String, String> facts, int tries, Instant since,
        Instant nextAt, String why) {

    private static final int WORDS = 160;

    public OpenDetail {
        facts = facts == null ? Map.of() : Map.copyOf(facts);
    }

    /** As it was asked for the first time. */
    static OpenDetail first(Id id, Map<String, String> facts, Instant now, String why) {
        return new OpenDetail(id.source(), id.record(), id.name(), facts, 1, now, now.plus(RetryDelays.after(1)), shorten(why));
    }

    OpenDetail failedAgain(Instant now, String newWhy) {
        return new OpenDetail(source, record, name, facts, tries + 1, since, now.plus(RetryDelays.after(tries + 1)),
                shorten(newWhy));
    }

    /** Nothing was learnt of it: the round was over before its turn. */
    OpenDetail putOff(Instant now) {
        return new OpenDetail(source, record, name, facts, tries, since, now.plus(RetryDelays.after(1)), why);
    }

    OpenDetail givenUp(Instant now) {
        return new OpenDetail(source, record, name, Map.of(), tries, since, now, why);
    }

    Id id() {
        return new Id(source, record, name);
    }

    /** Its first clause; what follows is advice. */
    private static String shorten(String sentence) {
        String words = sentence.split(";", 2)[0];
        return words.length() <= WORDS ? words : words.substring(0, WORDS - 1) + "…";
    }

    /** Which detail of which record. */
    record Id(String source, String record, String name) {
    }
}
