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
 * @param exceptOf ids of the repositories, as the provider numbers them, of which it missed something: for these it does not
 *        vouch, nor is anything verified
 */
public record IntegrationHook(@Nullable String repository, List<String> events, Instant since, Instant verifiedAt,
        boolean vouches, @Nullable List<Long> exceptOf) {

    public IntegrationHook(String repository, List<String> events, Instant since, Instant verifiedAt, boolean vouches) {
        this(repository, events, since, verifiedAt, vouches, null);
    }

    public boolean excepts(long repositoryId) {
        return exceptOf != null && exceptOf.contains(repositoryId);
    }

    /** @param verified up to when, before it missed something */
    public IntegrationHook notVouching(Instant verified) {
        return new IntegrationHook(repository, events, since, verified, false, exceptOf);
    }
}
