package io.painchain.github.sync;

import java.time.Clock;
import java.util.List;
import java.util.function.BiPredicate;

import io.painchain.connector.backend.EventPublisher;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.graphql.GraphQl;

/**
 * What a repository's crawl works with.
 *
 * @param claim whether this configured name may read the repository with that id, which no other name reads already
 * @param goOn throws when the connector is stopping or the integration is gone
 * @param branches globs of the branches of which every commit becomes an event
 */
public record RepositorySurroundings(String integrationId, GitHubApi api, GraphQl graphQl, EventPublisher publisher,
        CheckpointBook checkpoints,
        Cadences cadences, Clock clock, BiPredicate<Long, String> claim, Runnable goOn, List<String> branches) {
}
