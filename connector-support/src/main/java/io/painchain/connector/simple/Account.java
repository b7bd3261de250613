package io.painchain.connector.simple;

import java.net.URI;
import java.util.Map;

import io.painchain.connector.limit.RateLimitBudgets;

/** Where a provider is asked, and with which token, which is sent as {@code Authorization: Bearer …}. */
public record Account(URI server, String token) {

    /**
     * @param server the configuration's field for the address, which may be absent; {@code usual} stands in
     * @throws IllegalArgumentException with a sentence for the user
     */
    public static Account of(Map<String, Object> config, String server, String usual) {
        String url = text(config, server).isEmpty() ? usual : text(config, server);
        // Plain http would show the token to the network.
        if (!url.matches(
                "https://[^\\s/?#@]+(/[^\\s?#]*)?|http://(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d{1,5})?(/[^\\s?#]*)?")) {
            throw new IllegalArgumentException(server + " must be an https address, without a user, a query or a fragment");
        }
        String token = text(config, "token");
        if (!token.matches("[!-~]{1,4096}")) {
            throw new IllegalArgumentException("token must be one line of text without blanks");
        }
        return new Account(URI.create(url.replaceAll("(?<!/)/+$", "")), token);
    }

    /** The field without blanks around it; empty where there is none. */
    public static String text(Map<String, Object> config, String field) {
        return config.get(field) instanceof String text ? text.strip() : "";
    }

    String key() {
        return RateLimitBudgets.keyOf(server, token);
    }

    /** Without the token, which must not get into a log. */
    @Override
    public String toString() {
        return server.toString();
    }
}
