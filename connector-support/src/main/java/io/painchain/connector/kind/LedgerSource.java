package io.painchain.connector.kind;

import java.util.Set;
import java.util.function.Predicate;

import io.painchain.model.event.EventDraft;

/**
 * @param words names of its lists in gaps
 * @param dated whether a draft's time says when it became visible, so that it may be late
 */
public record LedgerSource(String key, Set<String> types, Set<String> words, Predicate<EventDraft> dated) {

    public static LedgerSource of(String key, Set<String> types, String... words) {
        return new LedgerSource(key, types, Set.of(words), draft -> true);
    }

    public LedgerSource dated(Predicate<EventDraft> newDated) {
        return new LedgerSource(key, types, words, newDated);
    }
}
