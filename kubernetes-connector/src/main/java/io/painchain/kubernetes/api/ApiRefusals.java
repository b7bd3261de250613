package io.painchain.kubernetes.api;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.painchain.connector.http.ProxyHint;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** What a server's refusal, or its absence, means to the user. */
public final class ApiRefusals {

    private ApiRefusals() {
    }

    /** @param what e.g. {@code deployments.apps}; {@code verb} what was tried with it */
    public static ProviderException of(int status, String verb, String what) {
        return switch (status) {
            case 401 -> new ProviderException(Kind.UNAUTHORIZED,
                    "Authentication failed: the cluster does not accept the token; it may have expired");
            case 403 -> new ProviderException(Kind.FORBIDDEN, "The token may not " + verb + " " + what);
            case 404 -> new ProviderException(Kind.NOT_FOUND, "The cluster does not know " + what);
            case 410 -> new ProviderException(Kind.GONE, "What was asked of " + what + " is too old");
            case 429 -> new ProviderException(Kind.RATE_LIMITED, "The cluster asks to slow down");
            default -> status >= 300 && status < 400
                    ? new ProviderException(Kind.LED_ELSEWHERE,
                            "The address answers with a redirect; apiUrl must name the API server itself")
                    : new ProviderException(Kind.UNAVAILABLE, "The cluster answered " + what + " with status " + status);
        };
    }

    public static ProviderException unreachable(URI server, Throwable failure) {
        return new ProviderException(Kind.UNAVAILABLE, server.getHost() + ": " + words(failure), null, failure);
    }

    private static String words(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            String words = wordsOf(cause);
            if (words != null) {
                return words;
            }
        }
        return "the connection broke off";
    }

    private static String wordsOf(Throwable cause) {
        if (cause instanceof CertificateExpiredException) {
            return "its certificate has expired";
        }
        if (cause instanceof CertPathBuilderException) {
            return "its certificate is not signed by an authority that is trusted; caCertificate must hold the cluster's own";
        }
        if (cause instanceof CertificateException && String.valueOf(cause.getMessage()).startsWith("No ")) {
            return "its certificate is for another name; apiUrl must have a name or address that the certificate has";
        }
        if (cause instanceof UnknownHostException) {
            return "its name cannot be resolved";
        }
        if (cause instanceof NoRouteToHostException) {
            return "there is no way to it; check the address, firewall and proxy (" + ProxyHint.words() + ")";
        }
        if (cause instanceof ConnectException || cause instanceof TimeoutException) {
            return "no connection could be made; check the address, firewall and proxy (" + ProxyHint.words() + ")";
        }
        boolean tls = cause instanceof SSLException && (cause.getCause() == null || cause.getCause() == cause);
        return tls ? "TLS failed; is it an https address?" : null;
    }
}
