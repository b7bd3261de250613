package io.painchain.github.connect;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.connect.OAuthApi.Client;
import io.painchain.github.connect.OAuthApi.Tokens;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.connect.ConnectStep;

/** An OAuth App: the user's own rights, within the scopes. */
class OAuthWay implements Way {

    static final String SCOPES = "read:org repo read:user";
    private static final String NEED = "Enter the OAuth App's client id and client secret, or give the connector"
            + " PAINCHAIN_GITHUB_OAUTH_CLIENT_ID and PAINCHAIN_GITHUB_OAUTH_CLIENT_SECRET";

    final OAuthApi oauth;
    final Users users;
    final Clock clock;

    OAuthWay(OAuthApi oauth, Users users, Clock clock) {
        this.oauth = oauth;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public ConnectOutput begin(Asked asked) {
        asked.need("clientSecret", NEED);
        Map<String, String> query = new LinkedHashMap<>(AppGrants.authorization(asked, asked.need("clientId", NEED)));
        query.put("scope", SCOPES);
        query.put("allow_signup", "false");
        return ConnectOutput.next(ConnectStep.page(asked.server().page("/login/oauth/authorize", query).toString()), Map.of());
    }

    @Override
    public ConnectOutput proceed(Asked asked) {
        Client client = new Client(asked.need("clientId", NEED), asked.need("clientSecret", NEED));
        return granted(asked, client, oauth.exchange(asked, client));
    }

    ConnectOutput granted(Asked asked, Client client, Tokens tokens) {
        return Grants.ofUser(asked,
                Grants.of(asked, tokens, client, users.who(asked, tokens.accessToken()), clock.instant()));
    }

    @Override
    public ConnectOutput refresh(Asked asked) {
        return Grants.ofUser(asked,
                Grants.of(asked, oauth.refresh(asked, asked.client()), asked.client(), null, clock.instant()));
    }

    /** Without the secret GitHub does not take it from anybody but the user. */
    @Override
    public ConnectOutput revoke(Asked asked, Supplier<IntegrationConfig> integration) {
        Client client = asked.client();
        if (client.secret() == null) {
            return ConnectOutput.noted("GitHub takes no revocation without the App's client secret: remove the App at "
                    + asked.server().page("/settings/applications", Map.of()));
        }
        boolean revoked = oauth.revoke(asked.server(), client, "grant", asked.input().grant().accessToken());
        return ConnectOutput.noted(revoked ? "GitHub has revoked what was granted."
                : "GitHub knows no such grant: it was revoked before, or the App's secret is another by now; then remove the App at "
                        + asked.server().page("/settings/applications", Map.of()));
    }
}
