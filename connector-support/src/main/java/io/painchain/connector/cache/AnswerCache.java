package io.painchain.connector.cache;

import java.time.Duration;
import java.util.Optional;

/** Never fails: a lost answer is requested again. */
public interface AnswerCache {

    Optional<String> find(String key);

    void keep(String key, String answer, Duration time);

    /** @return number of deleted keys; {@code *} in {@code pattern} matches any text */
    int forget(String prefix, String pattern);
}
