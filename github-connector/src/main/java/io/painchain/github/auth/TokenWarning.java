package io.painchain.github.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import io.painchain.github.api.GitHubTokenProvider;
import io.painchain.github.api.SingleSignOn;

public final class TokenWarning {

    private static final Duration AHEAD = Duration.ofDays(14);
    /** Lists are read anew more often, if at all. */
    private static final Duration TRUE = Duration.ofHours(2);

    private TokenWarning() {
    }

    public static List<String> of(GitHubTokenProvider provider, Instant now) {
        List<String> warnings = new ArrayList<>();
        provider.expiresAt().filter(end -> end.isBefore(now.plus(AHEAD))).map(end -> sentence(end, now))
                .ifPresent(warnings::add);
        if (!provider.leftOut().isEmpty() && provider.leftOutAt().isAfter(now.minus(TRUE))) {
            warnings.add(SingleSignOn.sentence(provider.leftOut()));
        }
        return List.copyOf(warnings);
    }

    private static String sentence(Instant end, Instant now) {
        long days = Duration.between(now, end).toDays();
        String when = end.isBefore(now) ? "expired"
                : days == 0 ? "expires within a day"
                        : days == 1 ? "expires in 1 day"
                                : "expires in " + days + " days";
        return "The token " + when + ", at " + end.truncatedTo(ChronoUnit.SECONDS) + ": make a new one and set it here";
    }
}
