package io.painchain.backend.system;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

/**
 * What runs here, and how it fares.
 *
 * @param version PainChain's
 * @param java the version of the Java it runs on
 * @param events the tenant's, or {@code null} while the database is away
 * @param retention the tenant's, or {@code null} while the database is away
 * @param indexing how far the tenant's events of before the search index are in it, or {@code null} once all are
 * @param rotation how far the tenant's secrets are encrypted with the present key, or {@code null} once all are
 */
public record SystemView(String version, String java, Instant startedAt, Database database, @Nullable Events events,
        @Nullable Retention retention, @Nullable Indexing indexing, @Nullable Rotation rotation) {

    /**
     * @param status {@code up} or {@code down}
     * @param version PostgreSQL's, or {@code null} while it is away
     * @param embedded whether PainChain runs it itself
     */
    public record Database(String status, @Nullable String version, boolean embedded) {
    }

    /** @param totalExact whether {@code total} was counted; else it is an estimate */
    public record Events(long total, boolean totalExact) {
    }

    /** @param all how many there are */
    public record Indexing(long copied, long all) {
    }

    /** @param all how many secrets there are, of integrations, webhooks and subscriptions */
    public record Rotation(long renewed, long all) {
    }

    /** @param months how long events are kept */
    public record Retention(int months) {
    }
}
