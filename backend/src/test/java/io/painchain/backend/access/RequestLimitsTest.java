package io.painchain.backend.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.database.ListeningConnection;
import io.painchain.backend.notify.LiveBackends;
import io.painchain.backend.security.Caller;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** So few requests a second that no test reaches it by chance is set for keys, and fewer still for whole tenants. */
@QuarkusTest
@TestProfile(RequestLimitsTest.Limited.class)
class RequestLimitsTest {

    private static final int MOST = 100;

    private final LiveBackends backends;
    private final Config config;

    RequestLimitsTest(LiveBackends backends, Config config) {
        this.backends = backends;
        this.config = config;
    }

    public static class Limited implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("painchain.auth", "keys", "painchain.limits.key", "2", "painchain.limits.tenant", "5");
        }
    }

    @Test
    void aKeyThatAsksTooOftenHasToWaitAndNoOtherTenantWithIt() {
        var key = Keys.create(Api.newTenant(), "viewer");

        var refused = IntStream.range(0, MOST).mapToObj(i -> Keys.with(key).get("/api/me"))
                .filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();

        refused.then().contentType("application/problem+json").body("type", equalTo("/problems/rate-limited"), "detail",
                containsString("of this key"));
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 2);
        Keys.with(Keys.create(Api.newTenant(), "viewer")).get("/api/me").then().statusCode(200);
        await().atMost(Duration.ofSeconds(3)).until(() -> Keys.with(key).get("/api/me").statusCode() == 200);
    }

    @Test
    void aTenantsKeysShareItsLimit() {
        var tenant = Api.newTenant();

        var refused = IntStream.range(0, MOST).mapToObj(i -> Keys.with(Keys.create(tenant, "viewer")).get("/api/me"))
                .filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();

        refused.then().body("detail", containsString("of this tenant"));
    }

    @Test
    void whoIsOfNoTenantUsesUpTheirOwnLimitOnly() {
        var limits = new RequestLimits(backends, 1, 0);
        var guest = caller(Role.GUEST);

        assertThatThrownBy(() -> IntStream.range(0, MOST).forEach(i -> limits.take(CurrentTenant.SELF_HOSTED, guest)))
                .isInstanceOf(HttpProblem.class).hasMessageContaining("of this user");

        limits.take(CurrentTenant.SELF_HOSTED, caller(Role.GUEST));
        limits.take(CurrentTenant.SELF_HOSTED, caller(Role.VIEWER));
    }

    private static Caller caller(Role role) {
        return new Caller("somebody", role, null, null, null, UUID.randomUUID(), null, true);
    }

    @Test
    void eachBackendLetsItsShareThrough() {
        backends.look();
        assertThat(backends.count()).isEqualTo(1);

        try (var other = ListeningConnection.open(config)) {
            other.probe();
            backends.look();
            assertThat(backends.count()).isEqualTo(2);
        }
    }
}
