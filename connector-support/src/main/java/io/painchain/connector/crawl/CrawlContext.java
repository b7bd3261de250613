package io.painchain.connector.crawl;

import java.time.Clock;

import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.Kinds;

/** @param goOn throws when the connector stops or the integration is gone */
public record CrawlContext(String integrationId, Kinds kinds, EventPublisher publisher, CheckpointBook checkpoints,
        Cadences cadences, Clock clock, Runnable goOn) {
}
