package io.painchain.backend.user.session;

import java.util.UUID;

/**
 * A browser that somebody signed in with.
 *
 * @param sid the provider's name of its session, or {@code null}
 * @param providerEnd where the browser goes to be signed out at the provider too, or {@code null}
 */
public record NewSession(UUID userId, String issuer, String subject, String sid, String providerEnd, String address,
        String userAgent) {

    private static final int LONGEST_AGENT = 300;

    public NewSession {
        userAgent = userAgent == null || userAgent.length() <= LONGEST_AGENT ? userAgent
                : userAgent.substring(0, LONGEST_AGENT);
    }
}
