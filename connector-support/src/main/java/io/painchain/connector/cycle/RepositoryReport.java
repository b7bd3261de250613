package io.painchain.connector.cycle;

import io.painchain.model.integration.IntegrationStatus;

/** Ok, degraded (parts cannot be read) or error, with sentences that a user can act on. */
public record RepositoryReport(IntegrationStatus status, String error) {

    public static final RepositoryReport PENDING = new RepositoryReport(IntegrationStatus.pending, null);
    public static final RepositoryReport OK = new RepositoryReport(IntegrationStatus.ok, null);

    public static RepositoryReport error(String sentence) {
        return new RepositoryReport(IntegrationStatus.error, shorten(sentence));
    }

    public static RepositoryReport of(String problems) {
        return problems.isEmpty() ? OK : new RepositoryReport(IntegrationStatus.degraded, shorten(problems));
    }

    private static String shorten(String text) {
        return text.length() <= 1_000 ? text : text.substring(0, 999) + "…";
    }
}
