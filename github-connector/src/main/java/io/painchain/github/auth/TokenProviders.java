package io.painchain.github.auth;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.painchain.connector.http.HttpTransport;
import io.painchain.github.api.ApiUrl;
import io.painchain.github.api.GitHubTokenProvider;

/** Shares one provider per credentials and server. */
public final class TokenProviders {

    private static final int MOST = 10_000;

    private final HttpTransport transport;
    private final Clock clock;
    private final Map<String, GitHubTokenProvider> providers = new ConcurrentHashMap<>();

    public TokenProviders(HttpTransport transport, Clock clock) {
        this.transport = transport;
        this.clock = clock;
    }

    public GitHubTokenProvider of(ApiUrl api, Credentials credentials) {
        if (providers.size() > MOST) {
            providers.keySet().retainAll(Set.of());
        }
        if (credentials instanceof AppCredentials app) {
            // Ids are not secret: without the key's hash a wrong key would get the right one's tokens.
            return providers.computeIfAbsent(app.key(api) + " " + app.privateKey().hashCode(),
                    unknown -> new InstallationTokens(new AppApi(transport, api, app, clock), clock));
        }
        AccessToken token = (AccessToken) credentials;
        return providers.computeIfAbsent(token.key(api), unknown -> new PersonalToken(token.token()));
    }

    /** The App's own token, signed anew for each request. */
    public GitHubTokenProvider ofApp(AppCredentials app) {
        return () -> AppJwt.of(app, clock.instant());
    }
}
