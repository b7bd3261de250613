package io.painchain.github.api.graphql;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;

import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubApi;

/** GraphQL for one kind of query. Empty where it is missing, forbidden or used up; callers then use REST. */
public final class GraphQl {

    private static final Logger LOG = Logger.getLogger(GraphQl.class);
    private static final Duration ABSENT_RETRY = Duration.ofHours(1);
    private static final Duration TROUBLE_RETRY = Duration.ofMinutes(1);
    /** Enough to halve a query of 100 down to the one item that GitHub cannot compute. */
    private static final int FRUITLESS = 10;

    private final GitHubApi api;
    private final Clock clock;
    private final String purpose;
    private final AtomicInteger fruitless = new AtomicInteger();
    private volatile Instant againAt = Instant.MIN;

    /** @param purpose names the kind of query in the log; a stop concerns this kind only */
    public GraphQl(GitHubApi api, Clock clock, String purpose) {
        this.api = api;
        this.clock = clock;
        this.purpose = purpose;
    }

    public boolean available() {
        return !clock.instant().isBefore(againAt);
    }

    /** No data: too much at once, ask for less. Throws where REST would fail, too: token refused, or connector stopping. */
    public Optional<GraphQlAnswer> ask(Map<String, Object> query) {
        if (!available()) {
            return Optional.empty();
        }
        try {
            return weigh(GraphQlAnswer.of(api.query(query), clock));
        } catch (ProviderException e) {
            return refused(e);
        }
    }

    private Optional<GraphQlAnswer> weigh(GraphQlAnswer answer) {
        Optional<String> unknown = answer.unknownToServer();
        if (unknown.isPresent()) {
            againAt = Instant.MAX;
            LOG.infof("This GitHub server is too old for the GraphQL query for %s, REST is asked instead: %s", purpose,
                    unknown.get());
            return Optional.empty();
        }
        if (answer.empty() && !answer.tooMuchAtOnce()) {
            return without(answer.refused() ? ABSENT_RETRY : TROUBLE_RETRY, answer.errors().get(0).message());
        }
        if (!answer.empty()) {
            fruitless.set(0);
        } else if (fruitless.incrementAndGet() > FRUITLESS) {
            fruitless.set(0);
            return without(TROUBLE_RETRY, "answers without data");
        }
        return Optional.of(answer);
    }

    private Optional<GraphQlAnswer> refused(ProviderException refusal) {
        if (refusal.is(Kind.UNAUTHORIZED) || refusal.is(Kind.STOPPING)) {
            throw refusal;
        }
        if (refusal.is(Kind.RATE_LIMITED) && refusal.until() != null) {
            return without(Duration.between(clock.instant(), refusal.until()), refusal.getMessage());
        }
        boolean absent = refusal.withheld() || refusal.is(Kind.REFUSED) || refusal.is(Kind.UNREADABLE);
        return without(absent ? ABSENT_RETRY : TROUBLE_RETRY, refusal.getMessage());
    }

    private Optional<GraphQlAnswer> without(Duration wait, String why) {
        againAt = clock.instant().plus(wait);
        LOG.debugf("Going on without GraphQL for %s for %d s: %s", purpose, wait.toSeconds(), why);
        return Optional.empty();
    }
}
