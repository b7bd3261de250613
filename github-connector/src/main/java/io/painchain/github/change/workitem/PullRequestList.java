package io.painchain.github.change.workitem;

import java.time.Duration;
import java.time.Instant;

import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRule;
import io.painchain.connector.list.ListState;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Repository;
import io.painchain.github.repository.RepositoryReader;

/** GitHub answers 404 where a repository has pull requests switched off. */
final class PullRequestList {

    private static final ListRule<PullRequest> RULE = new ListRule<>("pull requests", PullRequest.class, null,
            pull -> pull.number().toString(), PullRequest::updatedAt, pull -> true);
    private static final Duration OFF = Duration.ofHours(1);

    private final String query;
    private Instant offUntil = Instant.MIN;

    PullRequestList(String query) {
        this.query = query;
    }

    /** @throws ProviderException of the kind {@code GONE} where they are switched off */
    ListCrawl.Result<PullRequest> read(RepositoryReader reader, ListState known) {
        Instant now = reader.clock().instant();
        if (now.isBefore(offUntil)) {
            throw off();
        }
        try {
            return ListCrawl.of(reader, "/pulls" + query, RULE, known);
        } catch (ProviderException e) {
            boolean off = e.is(Kind.NOT_FOUND) && reader.details().attempt(() -> reader.read("", Repository.class))
                    .filter(repository -> Boolean.FALSE.equals(repository.hasPullRequests())).isPresent();
            if (!off) {
                throw e;
            }
            offUntil = now.plus(OFF);
            throw off();
        }
    }

    private static ProviderException off() {
        return new ProviderException(Kind.GONE, "Pull requests are switched off");
    }
}
