package io.painchain.github.api.graphql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubApi;

/**
 * GitHub's GraphQL API as one token sees it. It only ever saves requests: where it is not there, not allowed or used up, the
 * answer is empty and REST is asked instead.
 */
public final class GraphQl {

    private static final Logger LOG = Logger.getLogger(GraphQl.class);
    private static final Duration ABSENT_RETRY = Duration.ofHours(1);
    private static final Duration TROUBLE_RETRY = Duration.ofMinutes(1);

    private final GitHubApi api;
    private final Clock clock;
    private volatile Instant againAt = Instant.MIN;

    public GraphQl(GitHubApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    public boolean available() {
        return !clock.instant().isBefore(againAt);
    }

    /**
     * @param query the body of the request
     * @throws ProviderException where the token is refused or the connector is stopping: REST would fare no better
     */
    public Optional<GraphQlAnswer> ask(Map<String, Object> query) {
        if (!available()) {
            return Optional.empty();
        }
        try {
            GraphQlAnswer answer = GraphQlAnswer.of(api.query(query), clock);
            if (answer.empty()) {
                boolean limit = answer.errors().stream().anyMatch(error -> error.type().equals("RATE_LIMITED"));
                without(limit ? TROUBLE_RETRY : ABSENT_RETRY, answer.errors().isEmpty() ? "an empty answer"
                        : answer.errors().get(0).message());
                return Optional.empty();
            }
            return Optional.of(answer);
        } catch (ProviderException e) {
            if (e.is(Kind.UNAUTHORIZED) || e.is(Kind.STOPPING)) {
                throw e;
            }
            without(e.withheld() || e.is(Kind.REFUSED) || e.is(Kind.UNREADABLE) ? ABSENT_RETRY : TROUBLE_RETRY, e.getMessage());
            return Optional.empty();
        }
    }

    private void without(Duration wait, String why) {
        againAt = clock.instant().plus(wait);
        LOG.debugf("Going on without GraphQL for %d minutes: %s", wait.toMinutes(), why);
    }
}
