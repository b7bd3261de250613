package io.painchain.gitlab.api;

import java.io.IOException;
import java.net.URI;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.ProxyHint;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** Turns GitLab's refusals into sentences that a user can act on. */
public final class GitLabErrors {

    private static final int LONGEST = 300;

    private GitLabErrors() {
    }

    static ProviderException of(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401 -> new ProviderException(Kind.UNAUTHORIZED, unauthorized(answer));
            case 403 -> new ProviderException(Kind.FORBIDDEN, forbidden(answer));
            case 404 -> new ProviderException(Kind.NOT_FOUND, "Not found, or this token may not see it");
            case 407 -> new ProviderException(Kind.UNAVAILABLE,
                    "Network error: the proxy wants to know who asks; " + ProxyHint.words());
            case 410 -> new ProviderException(Kind.GONE, "Switched off or gone: " + message(answer));
            case 429 -> new ProviderException(Kind.UNAVAILABLE, "GitLab was asked too often; it will be asked again");
            default -> answer.status() >= 500
                    ? new ProviderException(Kind.UNAVAILABLE,
                            "GitLab is unavailable: it answered " + answer.status() + "; it will be asked again")
                    : new ProviderException(Kind.REFUSED, "GitLab answered " + answer.status() + ": " + message(answer));
        };
    }

    public static ProviderException of(TransportException failure, URI url) {
        Kind kind = failure.reason() == Reason.STOPPING ? Kind.STOPPING
                : failure.reason() == Reason.TOO_LARGE ? Kind.UNREADABLE : Kind.UNAVAILABLE;
        String hint = switch (failure.reason()) {
            case TLS -> "; for a private certificate authority name its PEM file by PAINCHAIN_GITLAB_CA_FILE";
            case UNKNOWN_HOST, CONNECT, TIMEOUT -> "; check the address, firewall and proxy (" + ProxyHint.words() + ")";
            default -> "";
        };
        return new ProviderException(kind, "Network error: " + url.getHost() + ": " + failure.reason().words() + hint, null,
                failure);
    }

    public static ProviderException unreadable(URI url, Exception cause) {
        return new ProviderException(Kind.UNREADABLE, "Unreadable answer: " + url.getPath()
                + " did not give the JSON that GitLab's API gives; check the url and any proxy in between", null, cause);
    }

    static ProviderException ledElsewhere(URI url) {
        return new ProviderException(Kind.LED_ELSEWHERE, "GitLab's answer leads to another address, " + url.getScheme() + "://"
                + url.getAuthority() + ", where the token is not sent; check the url");
    }

    static String unauthorized(HttpAnswer answer) {
        String message = message(answer);
        if (message.toLowerCase(java.util.Locale.ROOT).contains("expired")) {
            return "Authentication failed: the token has expired; make a new one and set it here";
        }
        return "Authentication failed: GitLab does not accept the token (" + message
                + "); check that it is complete and neither expired nor revoked";
    }

    private static String forbidden(HttpAnswer answer) {
        String message = message(answer);
        if (message.contains("insufficient_scope") || message.contains("higher privileges")) {
            return "Access denied: the token lacks the scope read_api; make one with it and set it here";
        }
        return "Access denied: " + message + "; the feature is switched off for this token, or its role is too low";
    }

    /** GitLab puts it into {@code message}, as text or by field, or into {@code error} and {@code error_description}. */
    private static String message(HttpAnswer answer) {
        try {
            JsonNode body = GitLabJson.tree(answer.body());
            String text = Stream.of(body.path("error_description"), body.path("message"), body.path("error"))
                    .map(node -> node.isValueNode() ? node.asText() : node.isMissingNode() ? "" : node.toString())
                    .filter(words -> !words.isBlank()).findFirst().orElse("HTTP " + answer.status());
            String whole = body.path("error").asText("").equals("insufficient_scope") ? "insufficient_scope: " + text : text;
            return whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
        } catch (IOException e) {
            return "HTTP " + answer.status();
        }
    }
}
