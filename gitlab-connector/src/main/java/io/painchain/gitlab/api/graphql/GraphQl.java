package io.painchain.gitlab.api.graphql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import org.jboss.logging.Logger;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.GitLabApi;

/** GraphQL for one kind of query. Empty where it is missing, refused or too costly; callers then use REST. */
public final class GraphQl {

    private static final Logger LOG = Logger.getLogger(GraphQl.class);
    private static final Duration ABSENT_RETRY = Duration.ofHours(1);
    private static final Duration TROUBLE_RETRY = Duration.ofMinutes(1);

    private final GitLabApi api;
    private final Clock clock;
    private final String purpose;
    private volatile Instant againAt = Instant.MIN;

    /** @param purpose names the kind of query in the log; a stop concerns this kind only */
    public GraphQl(GitLabApi api, Clock clock, String purpose) {
        this.api = api;
        this.clock = clock;
        this.purpose = purpose;
    }

    public boolean available() {
        return !clock.instant().isBefore(againAt);
    }

    /** Throws where REST would fail, too: the token is refused, a limit is reached, or the connector is stopping. */
    public Optional<GraphQlAnswer> ask(Map<String, Object> query) {
        if (!available()) {
            return Optional.empty();
        }
        try {
            return weigh(GraphQlAnswer.of(api.query(query), clock));
        } catch (ProviderException e) {
            if (e.concernsAll()) {
                throw e;
            }
            boolean absent = e.withheld() || e.is(Kind.REFUSED) || e.is(Kind.UNREADABLE);
            return without(absent ? ABSENT_RETRY : TROUBLE_RETRY, e.getMessage());
        }
    }

    private Optional<GraphQlAnswer> weigh(GraphQlAnswer answer) {
        if (!answer.empty()) {
            return Optional.of(answer);
        }
        if (answer.refusedForGood()) {
            LOG.infof("This GitLab server refuses the GraphQL query for %s, REST is asked instead: %s", purpose,
                    answer.words());
            againAt = Instant.MAX;
            return Optional.empty();
        }
        return without(TROUBLE_RETRY, answer.words());
    }

    private Optional<GraphQlAnswer> without(Duration wait, String why) {
        againAt = clock.instant().plus(wait);
        LOG.debugf("Going on without GraphQL for %s for %d s: %s", purpose, wait.toSeconds(), why);
        return Optional.empty();
    }
}
