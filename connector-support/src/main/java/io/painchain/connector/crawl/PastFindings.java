package io.painchain.connector.crawl;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.detail.OpenDetails;

/**
 * What a backfill adds to where a repository stands.
 *
 * @param back by source of the ledger, since when it is complete
 * @param lacking details that could not be read
 */
public record PastFindings(Map<String, Instant> back, OpenDetails lacking) {

    public static final PastFindings NONE = new PastFindings(Map.of(), OpenDetails.NONE);

    public PastFindings and(PastFindings other, Instant now) {
        Map<String, Instant> both = new HashMap<>(back);
        both.putAll(other.back());
        return new PastFindings(both, lacking.including(other.lacking(), now));
    }

    public RepositoryState onTopOf(RepositoryState state, Instant now) {
        RepositoryState further = state.reaching(back);
        return further.with(further.details().including(lacking, now));
    }

    /** Sources that are not covered from {@code to} on stay as they are. */
    PastFindings joining(RepositoryState state, Instant to) {
        Map<String, Instant> joining = new HashMap<>(back);
        joining.keySet().removeIf(source -> !state.covers(source, to));
        return new PastFindings(joining, lacking);
    }
}
