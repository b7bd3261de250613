package io.painchain.simulator.render.repository;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.world.account.Account;

/** Apps and installations. */
public final class AppJson {

    private static final String SINCE = "2026-01-05T08:00:00Z";

    private AppJson() {
    }

    public static ObjectNode app(Links links, Account owner, long id, String clientId, String slug) {
        ObjectNode node = object().put("id", id).put("client_id", clientId).put("slug", slug)
                .put("node_id", NodeIds.of("A", id));
        node.set("owner", links.account(owner));
        return node.put("name", slug).put("description", "").put("external_url", "https://example.org")
                .put("html_url", links.html() + "/apps/" + slug).put("created_at", SINCE).put("updated_at", SINCE);
    }

    public static ObjectNode installation(Links links, Account account, long id, String selection) {
        ObjectNode node = object().put("id", id);
        node.set("account", links.account(account));
        node.put("repository_selection", selection)
                .put("access_tokens_url", links.api() + "/app/installations/" + id + "/access_tokens")
                .put("repositories_url", links.api() + "/installation/repositories")
                .put("html_url", links.html() + "/organizations/" + account.login() + "/settings/installations/" + id)
                .put("target_id", account.id()).put("target_type", account.kind().wireName());
        node.putArray("events");
        return node.put("created_at", SINCE).put("updated_at", SINCE).putNull("suspended_at").putNull("suspended_by");
    }
}
