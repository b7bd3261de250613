package io.painchain.simulator.render;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** The addresses that an answer carries, and the parts that repeat within one answer, built once. */
public final class Links {

    private final String api;
    private final String html;
    private final Map<Long, ObjectNode> accounts = new HashMap<>();
    private final Map<String, ObjectNode> parts = new HashMap<>();

    /** For an API below {@code api} whose pages for people are below {@code html}; neither ends in a slash. */
    public Links(String api, String html) {
        this.api = api;
        this.html = html;
    }

    public String api(Repository repository) {
        return api + "/repos/" + repository.fullName();
    }

    public String html(Repository repository) {
        return html + "/" + repository.fullName();
    }

    public String html(Account account) {
        return html + "/" + account.login();
    }

    public String api() {
        return api;
    }

    public String html() {
        return html;
    }

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** The account; JSON null for none and for a deleted one. */
    public ObjectNode account(Account account) {
        if (account == null || account.deleted()) {
            return null;
        }
        return accounts.computeIfAbsent(account.id(), absent -> AccountJson.simple(this, account));
    }

    /** A part of the answer that is the same wherever it appears. */
    public ObjectNode once(String name, Repository repository, Function<Repository, ObjectNode> renderer) {
        String key = name + repository.id();
        ObjectNode known = parts.get(key);
        if (known == null) {
            known = renderer.apply(repository);
            parts.put(key, known);
        }
        return known;
    }
}
