package io.painchain.backend.access;

import java.util.Map;

import io.quarkus.test.junit.QuarkusTestProfile;

/** The backend where nobody gets in without a key; one start for all tests of it, which send many wrong ones. */
public class KeysMode implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("painchain.auth", "keys", "painchain.keys.failures", "1000", "painchain.own-events",
                "true");
    }
}
