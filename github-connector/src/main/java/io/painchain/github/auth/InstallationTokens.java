package io.painchain.github.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubTokenProvider;

/** An App's tokens last an hour; the next one is fetched five minutes before the end. */
public final class InstallationTokens implements GitHubTokenProvider {

    private static final Duration EARLY = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(30);

    private final AppApi api;
    private final Clock clock;
    private AppApi.Minted current;
    private ProviderException failure;
    private Instant nextTryAt = Instant.MIN;

    InstallationTokens(AppApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    @Override
    public synchronized String currentToken() {
        return current().token();
    }

    private AppApi.Minted current() {
        Instant now = clock.instant();
        if (current != null && now.isBefore(current.expiresAt().minus(EARLY))) {
            return current;
        }
        if (now.isBefore(nextTryAt)) {
            return stillGood(now);
        }
        try {
            current = api.mint();
            failure = null;
            nextTryAt = Instant.MIN;
            return current;
        } catch (ProviderException e) {
            failure = e;
            nextTryAt = e.is(Kind.STOPPING) ? Instant.MIN : now.plus(AFTER_FAILURE);
            return stillGood(now);
        }
    }

    private AppApi.Minted stillGood(Instant now) {
        if (current != null && now.isBefore(current.expiresAt())) {
            return current;
        }
        throw new ProviderException(failure.kind(), failure.getMessage(), nextTryAt, failure);
    }

    /** A refused token was revoked, so the next request fetches another. */
    @Override
    public synchronized void learn(HttpAnswer answer) {
        if (answer.status() == 401) {
            current = null;
        }
    }

    /** For example {@code {"contents": "read"}}. */
    public synchronized Map<String, String> permissions() {
        Map<String, String> permissions = current().permissions();
        return permissions == null ? Map.of() : permissions;
    }

    public String login() {
        AppApi.App self = api.self();
        return (self.slug() == null ? self.name() : self.slug()) + "[bot]";
    }
}
