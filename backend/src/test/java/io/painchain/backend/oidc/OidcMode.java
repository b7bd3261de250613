package io.painchain.backend.oidc;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.painchain.simulator.oidc.OidcSimulator;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/** The backend with a provider, and keys beside it; one start for all tests of it. */
public class OidcMode implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("painchain.auth", "keys,oidc", "painchain.oidc.client-id", Provider.CLIENT, "painchain.oidc.audience",
                OidcSimulator.AUDIENCE, "painchain.oidc-client-secret", "not-so-secret", "painchain.oidc.owner",
                "first@example.com", "painchain.oidc.owner.tenant", Provider.FIRST_TENANT, "painchain.keys.failures", "1000");
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Started.class));
    }

    /** The provider, and another one that nobody configured. */
    public static class Started implements QuarkusTestResourceLifecycleManager {

        private OidcSimulator provider;
        private OidcSimulator stranger;

        @Override
        public Map<String, String> start() {
            provider = OidcSimulator.start(Clock.systemUTC());
            stranger = OidcSimulator.start(Clock.systemUTC());
            return Map.of("painchain.oidc.issuer", provider.issuer(), Provider.STRANGER, stranger.issuer());
        }

        @Override
        public void stop() {
            provider.close();
            stranger.close();
        }
    }
}
