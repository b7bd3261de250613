package io.painchain.github.api;

import java.io.IOException;
import java.net.URI;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.ProxyHint;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** Turns GitHub's refusals into sentences that a user can act on. */
public final class GitHubErrors {

    private GitHubErrors() {
    }

    static ProviderException of(HttpAnswer answer) {
        return switch (answer.status()) {
            case 401 -> new ProviderException(Kind.UNAUTHORIZED, unauthorized(answer));
            case 403 -> new ProviderException(Kind.FORBIDDEN, forbidden(answer));
            case 404 -> new ProviderException(Kind.NOT_FOUND, "Not found, or this token may not see it" + permission(answer));
            case 407 -> new ProviderException(Kind.UNAVAILABLE,
                    "Network error: the proxy wants to know who asks; " + ProxyHint.words());
            case 410 -> new ProviderException(Kind.GONE, "Switched off or gone: " + message(answer));
            case 451 -> new ProviderException(Kind.FORBIDDEN, "Blocked for legal reasons: " + message(answer));
            case 409, 422 -> new ProviderException(Kind.REFUSED, "GitHub refused the request: " + message(answer));
            default -> answer.status() >= 500
                    ? new ProviderException(Kind.UNAVAILABLE,
                            "GitHub is unavailable: it answered " + answer.status() + "; it will be asked again")
                    : new ProviderException(Kind.UNREADABLE, "GitHub answered " + answer.status() + ": " + message(answer));
        };
    }

    public static ProviderException of(TransportException failure, URI url) {
        Kind kind = failure.reason() == Reason.STOPPING ? Kind.STOPPING
                : failure.reason() == Reason.TOO_LARGE ? Kind.UNREADABLE : Kind.UNAVAILABLE;
        String hint = switch (failure.reason()) {
            case TLS -> "; for a private certificate authority name its PEM file by PAINCHAIN_GITHUB_CA_FILE";
            case UNKNOWN_HOST, CONNECT, TIMEOUT -> "; check the address, firewall and proxy (" + ProxyHint.words() + ")";
            default -> "";
        };
        return new ProviderException(kind, "Network error: " + url.getHost() + ": " + failure.reason().words() + hint, null,
                failure);
    }

    public static ProviderException unreadable(URI url, Exception cause) {
        return new ProviderException(Kind.UNREADABLE, "Unreadable answer: " + url.getPath()
                + " did not give the JSON that GitHub's API gives; check the API URL and any proxy in between", null, cause);
    }

    static ProviderException ledElsewhere(URI url) {
        return new ProviderException(Kind.LED_ELSEWHERE, "GitHub's answer leads to another address, " + url.getScheme() + "://"
                + url.getAuthority() + ", where the token is not sent; check the API URL");
    }

    static String unauthorized(HttpAnswer answer) {
        return "Authentication failed: GitHub does not accept the token (" + message(answer)
                + "); check that it is complete and neither expired nor revoked";
    }

    private static String forbidden(HttpAnswer answer) {
        return answer.header("x-github-sso").map(GitHubErrors::singleSignOn)
                .orElseGet(() -> "Access denied: " + message(answer) + permission(answer));
    }

    private static String singleSignOn(String header) {
        String link = header.replaceFirst("^.*?url=", "").strip();
        return "Access denied: the organization requires single sign-on; authorize the token"
                + (link.startsWith("https://") ? " at " + link : "");
    }

    private static String permission(HttpAnswer answer) {
        return answer.header("x-accepted-github-permissions").filter(text -> !text.isBlank())
                .or(() -> answer.header("x-accepted-oauth-scopes").filter(text -> !text.isBlank())
                        .map(scopes -> "one of the scopes " + scopes))
                .map(needed -> "; the token needs " + needed).orElse("");
    }

    private static String message(HttpAnswer answer) {
        try {
            String message = GitHubJson.tree(answer.body()).path("message").asText("");
            if (!message.isBlank()) {
                return message.length() > 300 ? message.substring(0, 300) : message;
            }
        } catch (IOException e) {
            return "HTTP " + answer.status();
        }
        return "HTTP " + answer.status();
    }
}
