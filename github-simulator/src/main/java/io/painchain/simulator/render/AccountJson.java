package io.painchain.simulator.render;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.world.account.Account;

/** Users and organisations. */
public final class AccountJson {

    private AccountJson() {
    }

    /** Who the token belongs to. */
    public static ObjectNode authenticated(Links links, Account account) {
        return simple(links, account).put("name", account.name()).putNull("company").put("blog", "")
                .putNull("location").put("email", account.email()).putNull("hireable").putNull("bio")
                .putNull("twitter_username").put("public_repos", 0).put("public_gists", 0).put("followers", 0)
                .put("following", 0).put("created_at", "2019-04-01T08:00:00Z").put("updated_at", "2026-01-05T08:00:00Z");
    }

    public static ObjectNode simple(Links links, Account account) {
        String url = links.api() + "/users/" + account.login();
        return object().put("login", account.login()).put("id", account.id())
                .put("node_id", NodeIds.of(account.kind() == Account.Kind.ORGANIZATION ? "O" : "U", account.id()))
                .put("avatar_url", avatar(account)).put("gravatar_id", "").put("url", url)
                .put("html_url", links.html() + "/" + account.login()).put("followers_url", url + "/followers")
                .put("following_url", url + "/following{/other_user}").put("gists_url", url + "/gists{/gist_id}")
                .put("starred_url", url + "/starred{/owner}{/repo}").put("subscriptions_url", url + "/subscriptions")
                .put("organizations_url", url + "/orgs").put("repos_url", url + "/repos")
                .put("events_url", url + "/events{/privacy}").put("received_events_url", url + "/received_events")
                .put("type", account.kind().wireName()).put("user_view_type", "public").put("site_admin", false);
    }

    /** The short form that feed events use. */
    public static ObjectNode actor(Links links, Account account) {
        return object().put("id", account.id()).put("login", account.login()).put("display_login", account.login())
                .put("gravatar_id", "").put("url", links.api() + "/users/" + account.login())
                .put("avatar_url", avatar(account).replace("?v=4", "?"));
    }

    public static String avatar(Account account) {
        return "https://avatars.githubusercontent.com/u/" + account.id() + "?v=4";
    }
}
