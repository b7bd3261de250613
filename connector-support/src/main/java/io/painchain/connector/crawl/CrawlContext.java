package io.painchain.connector.crawl;

import java.time.Clock;

import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.Kinds;

/**
 * What the crawl of a repository works with.
 *
 * @param goOn throws when the connector is stopping or the integration is gone
 */
public record CrawlContext(String integrationId, Kinds kinds, EventPublisher publisher, CheckpointBook checkpoints,
        Cadences cadences, Clock clock, Runnable goOn) {
}
