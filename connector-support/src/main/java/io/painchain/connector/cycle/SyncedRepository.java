package io.painchain.connector.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.webhook.DeliveryReader;
import io.painchain.model.integration.Coverage;
import io.painchain.model.integration.IntegrationHook;

/** Only {@link #hurry} and {@link #reach} may be called while {@link #run} runs. */
public interface SyncedRepository {

    /**
     * Reads what is due; throws where requests are barred or drafts could not be stored.
     *
     * @param slack time until the next chance; {@code since} is when the read was decided
     */
    RepositoryReport run(Duration slack, Instant since);

    /** Makes everything due in the next {@link #run}. */
    void hurry();

    /** A backfill has read back to these moments; the next {@link #run} stores that. */
    void reach(PastFindings past);

    boolean probed(Sight sight);

    /** Whether something recent is still running, so that its end is awaited. */
    boolean waitsForAnEnd();

    /** {@code null}: never. */
    Instant lastNews();

    /** Ledger lines since the last report; empty where they advanced by less than {@code step}. */
    List<Coverage> coverage(Duration step);

    void reported(List<Coverage> lines);

    /** The provider's own, which survives renames; {@code null}: unknown. */
    default String externalId() {
        return null;
    }

    /** What is left to read where a webhook is relied on. */
    enum Pending {
        /** None is relied on: the intervals decide. */
        USUAL,
        NOTHING,
        /** Where the webhook said so. */
        HINTED,
        /** All, to verify the webhook. */
        VERIFICATION
    }

    /** @param hook the one that tells of this repository, or {@code null} */
    default void told(IntegrationHook hook) {
        // most connectors know no webhooks
    }

    default Pending pending(Instant now) {
        return Pending.USUAL;
    }

    /** Whether what is at that address is this repository. */
    default boolean isAt(HookAddress address) {
        return false;
    }

    /** Only in the repository's turn, as {@link #run}. */
    default DeliveryReader deliveries() {
        throw new UnsupportedOperationException("no webhooks");
    }
}
