package io.painchain.github.connect;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.connector.list.PageTurns;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.taskhandler.Connections;

/** What GitHub shows to a user's token of that user. */
final class Users {

    private static final int MOST_PAGES = 20;

    private final Connections connections;

    Users(Connections connections) {
        this.connections = connections;
    }

    record Account(long id, String login) {
    }

    record Installed(long id, long appId, String appSlug, Account account, Map<String, String> permissions) {

        List<String> scopes() {
            return permissions == null ? List.of()
                    : new TreeMap<>(permissions).entrySet().stream().map(one -> one.getKey() + ":" + one.getValue()).toList();
        }
    }

    /** Asked after every grant: users change accounts while they agree. */
    Account who(Asked asked, String token) {
        GitHubApi api = api(asked, token);
        return api.read(api.url("/user"), Account.class);
    }

    /** Of the App whose token it is. */
    List<Installed> installations(Asked asked, String token) {
        GitHubApi api = api(asked, token);
        List<Installed> all = new ArrayList<>();
        PageTurns<Installed> pages = new PageTurns<>(api.url("/user/installations?per_page=100"), MOST_PAGES,
                url -> api.page(url, null, "installations", Installed.class));
        while (pages.more()) {
            all.addAll(pages.turn().items());
        }
        return all;
    }

    private record Membership(String state, String role) {
    }

    /** Seeing an installation takes no more than reading one of its repositories. */
    boolean administers(Asked asked, String token, Account account) {
        GitHubApi api = api(asked, token);
        if (who(asked, token).id() == account.id()) {
            return true;
        }
        try {
            Membership membership = api.read(api.url("/user/memberships/orgs/" + account.login()), Membership.class);
            return "active".equals(membership.state()) && "admin".equals(membership.role());
        } catch (ProviderException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                throw e;
            }
            return false;
        }
    }

    private GitHubApi api(Asked asked, String token) {
        return connections.api(IntegrationConfig.parse(Map.of("token", token), Duration.ofMinutes(5),
                asked.server().api()));
    }
}
