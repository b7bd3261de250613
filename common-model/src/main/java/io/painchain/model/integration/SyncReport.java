package io.painchain.model.integration;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * How one cycle of an integration went: the body of {@code PUT /api/integrations/{id}/sync}. One a cycle; one more without
 * {@code finishedAt} may tell that a long cycle, such as the first, begins.
 *
 * @param finishedAt absent while the cycle goes on: of such a report only {@code startedAt} counts
 * @param repositories the changed ones only
 * @param removed names of repositories that are polled no more; what is known of them goes
 * @param rateLimit by resource, e.g. {@code core}
 * @param coverage the ledger's lines that changed without an event, e.g. because a read showed nothing new
 * @param warnings sentences about what still works and soon will not, e.g. a token's expiry; absent: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncReport(
        @NotNull Instant startedAt,
        Instant finishedAt,
        @NotNull IntegrationStatus status,
        @Size(max = Limits.ERROR) @CleanText String error,
        @Size(max = 100_000) List<@NotNull @Valid Repository> repositories,
        @Size(max = 100_000) List<@NotBlank String> removed,
        @Size(max = 20) Map<String, @NotNull RateLimit> rateLimit,
        @Size(max = Limits.COVERAGE) List<@NotNull @Valid Coverage> coverage,
        @Size(max = 20) List<@NotBlank @Size(max = Limits.ERROR) @CleanText String> warnings) {

    public SyncReport(Instant startedAt, Instant finishedAt, IntegrationStatus status, String error,
            List<Repository> repositories, List<String> removed, Map<String, RateLimit> rateLimit) {
        this(startedAt, finishedAt, status, error, repositories, removed, rateLimit, null, null);
    }

    public SyncReport(Instant startedAt, Instant finishedAt, IntegrationStatus status, String error,
            List<Repository> repositories, List<String> removed, Map<String, RateLimit> rateLimit, List<Coverage> coverage) {
        this(startedAt, finishedAt, status, error, repositories, removed, rateLimit, coverage, null);
    }

    /** @param externalId the provider's own of it, which survives renames; absent: as told before */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Repository(
            @NotBlank @Size(max = Limits.PROJECT) @CleanText String name,
            @NotNull IntegrationStatus status,
            @Size(max = Limits.ERROR) @CleanText String error,
            @Size(max = 100) @CleanText String externalId) {

        public Repository(String name, IntegrationStatus status, String error) {
            this(name, status, error, null);
        }
    }
}
