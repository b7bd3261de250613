package io.painchain.simulator.api.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;

import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.http.Headers;
import io.painchain.simulator.world.hook.Hooks;

/** The Apps and where they are installed. */
public final class Apps {

    private static final Duration TOKEN_LIFE = Duration.ofHours(1);

    private final Clock clock;
    private final Tokens tokens;
    private final Map<Long, App> apps = new ConcurrentSkipListMap<>();
    private final Map<Long, Installation> installations = new ConcurrentHashMap<>();
    private final Map<Long, Hooks> hooks = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();

    public Apps(Clock clock, Tokens tokens) {
        this.clock = clock;
        this.tokens = tokens;
    }

    public App add(App app) {
        apps.put(app.id(), app);
        return app;
    }

    public Collection<App> all() {
        return List.copyOf(apps.values());
    }

    public Optional<App> find(long id) {
        return Optional.ofNullable(apps.get(id));
    }

    public Installation install(Installation installation) {
        add(installation.app());
        installations.put(installation.id(), installation);
        return installation;
    }

    /** Its one webhook, which sends nowhere at first. */
    public Hooks hooks(App app) {
        return hooks.computeIfAbsent(app.id(), id -> {
            Hooks ofApp = new Hooks(clock, () -> {
                // nothing shows them but their own routes
            });
            ofApp.create("", "form", null, List.of());
            return ofApp;
        });
    }

    public void uninstall(long id) {
        installations.remove(id);
        tokens.all().stream().filter(grant -> grant.installation() == id).forEach(grant -> tokens.revoke(grant.token()));
    }

    public Collection<Installation> of(App app) {
        return installations.values().stream().filter(one -> one.app().id() == app.id()).toList();
    }

    public Optional<Installation> installation(long id) {
        return Optional.ofNullable(installations.get(id));
    }

    /** The App that signed the token of this request. */
    public App identify(Headers headers) throws ApiException {
        String authorization = headers.get("Authorization", "");
        AppToken token = AppToken.parse(authorization.replaceFirst("(?i)^bearer +", "").trim());
        App app = List.copyOf(apps.values()).stream().filter(one -> one.is(token.issuer())).findFirst()
                .orElseThrow(() -> new ApiException(404, "Integration not found"));
        token.verify(app.key(), clock.instant());
        return app;
    }

    /** Issues a token of an hour for what is installed, or less. */
    public TokenGrant issue(Installation narrowed, int hourlyLimit) {
        Instant end = clock.instant().plus(TOKEN_LIFE);
        String token = "ghs_sim" + String.format("%033d", issued.incrementAndGet());
        TokenGrant grant = TokenGrant.ofInstallation(token, narrowed, end).hourlyLimit(hourlyLimit)
                .graphQlHourlyLimit(hourlyLimit);
        tokens.add(grant);
        return grant;
    }
}
