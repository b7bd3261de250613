package io.painchain.gitlab.auth;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.provider.ExpiryWarning;
import io.painchain.connector.provider.ProviderException;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.record.TokenSelf;

/** Asks a token now and then when it ends and what it may; older servers do not say. */
public final class TokenLife {

    private static final Duration KEPT = Duration.ofHours(12);

    private final GitLabApi api;
    private final Clock clock;
    private Instant askedAt = Instant.MIN;
    private volatile TokenSelf self;

    public TokenLife(GitLabApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    /** @throws ProviderException only where every other request would fail, too */
    public synchronized void refresh() {
        Instant now = clock.instant();
        if (now.isBefore(askedAt)) {
            return;
        }
        try {
            self = api.read(api.url("/personal_access_tokens/self"), TokenSelf.class);
        } catch (ProviderException e) {
            if (e.concernsAll() || e.unreachable()) {
                throw e;
            }
        }
        askedAt = now.plus(KEPT);
    }

    public List<String> warnings() {
        TokenSelf known = self;
        List<String> warnings = new ArrayList<>();
        if (known != null && known.expiresAt() != null) {
            ExpiryWarning.of(known.expiresAt(), clock.instant()).ifPresent(warnings::add);
        }
        if (known != null && !known.scopes().isEmpty() && !known.reads()) {
            warnings.add("The token lacks the scope read_api");
        }
        return List.copyOf(warnings);
    }
}
