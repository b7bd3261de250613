package io.painchain.backend.connect.credential;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

/**
 * What a provider granted for an integration; tokens are never shown.
 *
 * @param provider the connector type
 * @param way in which it was connected
 * @param account whose it is, as the provider shows it
 * @param tokenExpiresAt absent: never, or the configuration alone gives access
 * @param refreshed whether it is refreshed by itself before it ends
 * @param refreshError why it cannot be any more: connect again
 */
public record CredentialView(String integrationId, String provider, String way, @Nullable String account,
        @Nullable String accountId, List<String> scopes, @Nullable Instant tokenExpiresAt, boolean refreshed,
        @Nullable String refreshError, Instant connectedAt, @Nullable String connectedBy) {
}
