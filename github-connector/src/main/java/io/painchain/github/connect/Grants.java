package io.painchain.github.connect;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.painchain.github.connect.OAuthApi.Client;
import io.painchain.github.connect.OAuthApi.Tokens;
import io.painchain.github.connect.Users.Account;
import io.painchain.model.connect.ConnectGrant;
import io.painchain.model.connect.ConnectOutput;
import io.painchain.model.connect.ConnectOutput.Connected;

/** From GitHub's tokens to grants. */
final class Grants {

    private Grants() {
    }

    /** {@code account} may be null: the grant before says whose it is. */
    static ConnectGrant of(Asked asked, Tokens tokens, Client client, Account account, Instant now) {
        Map<String, String> kept = new HashMap<>(Map.of("clientId", client.id()));
        if (client.secret() != null && !client.secret().isEmpty() && !asked.isGiven(client.secret())) {
            kept.put("clientSecret", client.secret());
        }
        if (asked.enteredServer() != null) {
            kept.put(Asked.SERVER, asked.enteredServer());
        }
        return new ConnectGrant(tokens.accessToken(), tokens.refreshToken(),
                tokens.expiresIn() == null ? null : now.plusSeconds(tokens.expiresIn()), scopes(tokens.scope()),
                account == null ? null : account.login(), account == null ? null : Long.toString(account.id()), kept);
    }

    /** An integration that reads as the user. */
    static ConnectOutput ofUser(Asked asked, ConnectGrant grant) {
        Map<String, Object> config = asked.config();
        config.put("token", grant.accessToken());
        return ConnectOutput.connected(new Connected("GitHub (" + grant.account() + ")", config,
                "user " + grant.accountId() + " of " + grant.kept().get("clientId") + " at " + asked.server().host(), false,
                grant));
    }

    private static List<String> scopes(String text) {
        return text == null || text.isBlank() ? List.of() : Arrays.stream(text.split("[,\\s]+")).toList();
    }
}
