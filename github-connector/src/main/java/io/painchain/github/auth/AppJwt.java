package io.painchain.github.auth;

import java.time.Instant;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;

/** Signs an App's own token (RS256), valid from a minute ago for nine minutes. */
final class AppJwt {

    /** GitHub refuses tokens from the future, and its clock may be behind ours. */
    private static final int BACK = 60;
    private static final int AHEAD = 480;

    private AppJwt() {
    }

    static String of(AppCredentials app, Instant now) {
        return Jwt.claims().issuedAt(now.minusSeconds(BACK)).expiresAt(now.plusSeconds(AHEAD)).issuer(app.appId()).jws()
                .algorithm(SignatureAlgorithm.RS256).sign(app.privateKey());
    }
}
