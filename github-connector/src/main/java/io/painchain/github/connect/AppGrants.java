package io.painchain.github.connect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jboss.logging.Logger;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.connect.OAuthApi.Client;
import io.painchain.github.connect.Users.Installed;
import io.painchain.github.taskhandler.Connections;
import io.painchain.model.connect.ConnectGrant;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.connect.ConnectOutput.Connected;
import io.painchain.model.connect.ConnectStep;

/**
 * Installations of an App. Which one was chosen comes by the browser and may be forged: it counts only if GitHub shows it to
 * the user who agreed.
 */
final class AppGrants {

    private static final Logger LOG = Logger.getLogger(AppGrants.class);

    private final OAuthApi oauth;
    private final Users users;
    private final Connections connections;

    AppGrants(OAuthApi oauth, Users users, Connections connections) {
        this.oauth = oauth;
        this.users = users;
        this.connections = connections;
    }

    /** The parameters of {@code /login/oauth/authorize}. */
    static Map<String, String> authorization(Asked asked, String clientId) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put("client_id", clientId);
        query.put("redirect_uri", asked.redirectUrl());
        query.put("state", asked.state());
        query.put("code_challenge", asked.input().handshake().codeChallenge());
        query.put("code_challenge_method", "S256");
        return query;
    }

    /** {@code kept} has the App's id, client id, secrets, key and slug. */
    ConnectOutput proceed(Asked asked) {
        Client client = new Client(asked.kept("clientId"), asked.kept("clientSecret"));
        String token = oauth.exchange(asked, client).accessToken();
        try {
            List<Installed> seen = users.installations(asked, token).stream()
                    .filter(one -> Long.toString(one.appId()).equals(asked.kept("appId"))).toList();
            Installed chosen = chosen(asked, seen);
            return chosen == null
                    ? ConnectOutput.next(ConnectStep.page(asked.server().installationPage(asked.kept("slug"), asked.state())
                            .toString()), asked.keptInstalling())
                    : connected(asked, administered(asked, token, chosen));
        } finally {
            forget(asked, client, token);
        }
    }

    /** The App reads by its own key; the user's token was only to see the installations. */
    private void forget(Asked asked, Client client, String token) {
        try {
            oauth.revoke(asked.server(), client, "token", token);
        } catch (ProviderException | TaskFailedException e) {
            LOG.debugf("A user's token ends by itself in some hours: %s", e.getMessage());
        }
    }

    /** Who enters an App's key may read with it anyway; the key of a shared one is not theirs. */
    private Installed administered(Asked asked, String token, Installed chosen) {
        if (!asked.given().isEmpty() && !users.administers(asked, token, chosen.account())) {
            throw Asked.refused("Only an owner of " + chosen.account().login() + " may connect it by an App that many share;"
                    + " nothing is connected");
        }
        return chosen;
    }

    /** Null where it is installed nowhere yet. */
    private static Installed chosen(Asked asked, List<Installed> seen) {
        String wanted = asked.answer("installation_id");
        if (wanted != null) {
            return seen.stream().filter(one -> Long.toString(one.id()).equals(wanted)).findFirst()
                    .orElseThrow(() -> Asked.refused("GitHub does not show this installation to who agreed: it is another"
                            + " App's, or of an organization that is not theirs; nothing is connected"));
        }
        String organization = asked.text("organization");
        List<Installed> fitting = seen.stream()
                .filter(one -> organization.isEmpty() || one.account().login().equalsIgnoreCase(organization)).toList();
        if (fitting.size() > 1) {
            throw Asked.refused("The App is installed in several organizations; begin again and enter one of "
                    + fitting.stream().map(one -> one.account().login()).collect(Collectors.joining(", ")));
        }
        return fitting.isEmpty() ? null : fitting.get(0);
    }

    private static ConnectOutput connected(Asked asked, Installed chosen) {
        Map<String, Object> config = asked.config();
        config.put("appId", asked.kept("appId"));
        config.put("installationId", Long.toString(chosen.id()));
        config.put("privateKey", asked.kept("privateKey"));
        if (asked.kept("webhookSecret") != null) {
            config.put("webhookSecret", asked.kept("webhookSecret"));
        }
        ConnectGrant grant = new ConnectGrant(null, null, null, chosen.scopes(), chosen.account().login(),
                Long.toString(chosen.account().id()), null);
        return ConnectOutput.connected(new Connected("GitHub (" + chosen.account().login() + ")", config,
                "installation " + chosen.id() + " at " + asked.server().host(), true, grant));
    }

    /** {@code config} is that of the integration. */
    ConnectOutput revoke(IntegrationConfig config) {
        if (!(config.credentials() instanceof AppCredentials app)) {
            throw Asked.refused("The integration was given a token since; delete it instead");
        }
        GitHubApi api = connections.appApi(config, app);
        api.write("DELETE", api.url("/app/installations/" + app.installationId()), null);
        return ConnectOutput.noted("The App is no longer installed in the organization.");
    }
}
