package io.painchain.backend.oidc;

import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.quarkus.oidc.OIDCException;

/** A provider that does not answer is no fault of a token's, nor of who brings one. */
final class AbsentProvider {

    static final String ADVICE = "The OIDC provider cannot be reached at the moment, so nothing of it can be verified; try again.";

    private static final int MOST_CAUSES = 20;

    private AbsentProvider() {
    }

    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause).limit(MOST_CAUSES)
                .anyMatch(cause -> cause instanceof IOException || cause instanceof TimeoutException
                        || cause instanceof io.smallrye.mutiny.TimeoutException || isUndiscovered(cause));
    }

    /** The extension keeps the reason to itself. */
    private static boolean isUndiscovered(Throwable cause) {
        return cause instanceof OIDCException && "OIDC Server is not available".equals(cause.getMessage());
    }
}
