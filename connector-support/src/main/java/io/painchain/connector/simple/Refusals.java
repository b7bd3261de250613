package io.painchain.connector.simple;

import java.net.URI;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.ProxyHint;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.http.TransportException.Reason;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** A provider's refusals in sentences that a user can act on. */
record Refusals(String provider) {

    String unauthorized() {
        return "Authentication failed: " + provider
                + " does not accept the token; check that it is complete and neither expired nor revoked";
    }

    ProviderException of(HttpAnswer answer) {
        int status = answer.status();
        return switch (status) {
            case 401 -> new ProviderException(Kind.UNAUTHORIZED, unauthorized());
            case 403 -> new ProviderException(Kind.FORBIDDEN,
                    "Access denied: the token may not read " + answer.url().getPath());
            case 404 -> new ProviderException(Kind.NOT_FOUND,
                    "Not found, or this token may not see it: " + answer.url().getPath());
            case 410 -> new ProviderException(Kind.GONE, "Gone: " + answer.url().getPath());
            default -> status >= 500
                    ? new ProviderException(Kind.UNAVAILABLE,
                            provider + " is unavailable: it answered " + status + "; it will be asked again")
                    : status >= 300 && status < 400 ? elsewhere(answer.url())
                            : new ProviderException(Kind.REFUSED, provider + " answered " + status);
        };
    }

    ProviderException elsewhere(URI url) {
        return new ProviderException(Kind.LED_ELSEWHERE,
                provider + "'s answer leads to another address than " + url.getHost() + ", where the token is not sent");
    }

    ProviderException of(TransportException failure, URI url) {
        Kind kind = failure.reason() == Reason.STOPPING ? Kind.STOPPING
                : failure.reason() == Reason.TOO_LARGE ? Kind.UNREADABLE : Kind.UNAVAILABLE;
        return new ProviderException(kind, "Network error: " + url.getHost() + ": " + failure.reason().words()
                + "; check the address, firewall and proxy (" + ProxyHint.words() + ")", null, failure);
    }

    ProviderException unreadable(URI url, Exception cause) {
        return new ProviderException(Kind.UNREADABLE, "Unreadable answer: " + url.getPath() + " did not give the JSON that "
                + provider + "'s API gives; check the address and any proxy in between", null, cause);
    }
}
