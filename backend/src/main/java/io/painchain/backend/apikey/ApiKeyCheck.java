package io.painchain.backend.apikey;

import java.time.Clock;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.painchain.backend.security.FailedKeys;

/** Whether a key is valid, and whose it is. */
@Singleton
public class ApiKeyCheck {

    private final KnownKeys known;
    private final KeyUse use;
    private final Clock clock;

    ApiKeyCheck(KnownKeys known, KeyUse use, Clock clock) {
        this.known = known;
        this.use = use;
        this.clock = clock;
    }

    /** @return empty where only {@link #check} can tell, which waits for the database */
    public Optional<StoredKey> checkWithoutWaiting(String key) {
        requireForm(key);
        return known.cached(ApiKeyText.digest(key)).map(this::requireValid);
    }

    public StoredKey check(String key) {
        requireForm(key);
        var digest = ApiKeyText.digest(key);
        return requireValid(known.cached(digest).orElseGet(() -> known.read(digest)));
    }

    private static void requireForm(String key) {
        if (!ApiKeyText.isWellFormed(key)) {
            throw new RefusedKey(FailedKeys.UNKNOWN);
        }
    }

    private StoredKey requireValid(Optional<StoredKey> found) {
        var key = found.orElseThrow(() -> new RefusedKey(FailedKeys.UNKNOWN));
        var refusal = key.refusal(clock.instant());
        if (refusal != null) {
            throw new RefusedKey(refusal);
        }
        use.note(key);
        return key;
    }
}
