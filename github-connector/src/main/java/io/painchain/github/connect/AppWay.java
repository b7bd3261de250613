package io.painchain.github.connect;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.painchain.github.api.GitHubApi;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.connect.ConnectStep;

/** A GitHub App that exists: installed where it is not yet, and only with the user's word for the installation. */
final class AppWay implements Way {

    private static final String NEED = "Enter the App's id, client id, client secret and private key, or give the connector"
            + " PAINCHAIN_GITHUB_APP_ID, _APP_CLIENT_ID, _APP_CLIENT_SECRET and _APP_PRIVATE_KEY";

    private final AppGrants grants;
    private final Connections connections;

    AppWay(AppGrants grants, Connections connections) {
        this.grants = grants;
        this.connections = connections;
    }

    record Self(long id, String slug) {
    }

    @Override
    public ConnectOutput begin(Asked asked) {
        String clientId = asked.need("clientId", NEED);
        Map<String, String> kept = new HashMap<>(Map.of("clientId", clientId, "clientSecret", asked.need("clientSecret", NEED),
                "privateKey", asked.need("privateKey", NEED)));
        Self self = self(asked);
        kept.put("appId", Long.toString(self.id()));
        kept.put("slug", self.slug());
        return ConnectOutput.next(ConnectStep.page(asked.server()
                .page("/login/oauth/authorize", AppGrants.authorization(asked, clientId)).toString()), kept);
    }

    /** Shows that key and id belong together, and what the App's pages are called. */
    private Self self(Asked asked) {
        Map<String, Object> config = Map.of("appId", asked.need("appId", NEED), "privateKey", asked.need("privateKey", NEED),
                "installationId", "1");
        IntegrationConfig parsed = IntegrationConfig.parse(config, Duration.ofMinutes(5), asked.server().api());
        GitHubApi api = connections.appApi(parsed, (AppCredentials) parsed.credentials());
        Self self = api.read(api.url("/app"), Self.class);
        if (self.slug() == null || !self.slug().matches("[A-Za-z0-9-]{1,100}")) {
            throw Asked.refused("GitHub does not say what the App is called");
        }
        return self;
    }

    @Override
    public ConnectOutput proceed(Asked asked) {
        return grants.proceed(asked);
    }

    @Override
    public ConnectOutput revoke(Asked asked, Supplier<IntegrationConfig> integration) {
        return grants.revoke(integration.get());
    }
}
