package io.painchain.connector.cycle;

import io.painchain.model.integration.IntegrationStatus;

/**
 * Ok, degraded (parts cannot be read) or error, with sentences that a user can act on.
 *
 * @param general whether the error is that of the credentials, so that it names no repository
 */
public record RepositoryReport(IntegrationStatus status, String error, boolean general) {

    public static final RepositoryReport PENDING = new RepositoryReport(IntegrationStatus.pending, null, false);
    public static final RepositoryReport OK = new RepositoryReport(IntegrationStatus.ok, null, false);

    public static RepositoryReport error(String sentence) {
        return new RepositoryReport(IntegrationStatus.error, shorten(sentence), false);
    }

    static RepositoryReport unauthorized(String sentence) {
        return new RepositoryReport(IntegrationStatus.error, shorten(sentence), true);
    }

    public static RepositoryReport of(String problems) {
        return problems.isEmpty() ? OK : new RepositoryReport(IntegrationStatus.degraded, shorten(problems), false);
    }

    private static String shorten(String text) {
        return text.length() <= 1_000 ? text : text.substring(0, 999) + "…";
    }
}
