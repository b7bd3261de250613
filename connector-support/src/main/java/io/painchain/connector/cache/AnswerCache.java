package io.painchain.connector.cache;

import java.time.Duration;
import java.util.Optional;

/** Keeps answers for a while. Never fails: what cannot be kept or found is asked for again. */
public interface AnswerCache {

    Optional<String> find(String key);

    void keep(String key, String answer, Duration time);

    /** @return how many keys with that prefix are gone; in {@code pattern} {@code *} stands for any text */
    int forget(String prefix, String pattern);
}
