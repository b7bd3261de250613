package io.painchain.model.integration;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

/**
 * How far a webhook can be relied on, as the provider's list of deliveries shows.
 *
 * @param repository or organization, as the provider names it; {@code null}: all of the integration
 * @param events those it sends; empty: all that the connector asks for
 * @param since when the first of its deliveries arrived
 * @param verifiedAt up to when all that the provider delivered has arrived
 * @param vouches whether the last comparison was lately and missed nothing: polling then only verifies
 */
public record IntegrationHook(@Nullable String repository, List<String> events, Instant since, Instant verifiedAt,
        boolean vouches) {
}
