package io.painchain.connector.cache;

import java.time.Duration;
import java.util.Optional;

/** Keeps answers for a while. Never fails: what cannot be kept or found is asked for again. */
public interface AnswerCache {

    Optional<String> find(String key);

    void keep(String key, String answer, Duration time);

    /**
     * @param prefix of the keys, up to the pattern
     * @param pattern what follows, {@code *} standing for any text
     * @return how many are gone
     */
    int forget(String prefix, String pattern);
}
