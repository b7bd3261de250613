package io.painchain.model.connect;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What a provider granted. Secrets in clear: never to be logged.
 *
 * @param accessToken absent where the configuration alone gives access
 * @param refreshToken good once
 * @param scopes what the provider really granted
 * @param account whose it is, as the provider shows it
 * @param kept what the connector needs to refresh and to revoke it, handed back unread
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectGrant(@Nullable String accessToken, @Nullable String refreshToken, @Nullable Instant expiresAt,
        @Nullable List<String> scopes, @Nullable String account, @Nullable String accountId,
        @Nullable Map<String, String> kept) {

    /** Omits the tokens, which must not get into a log. */
    @Override
    public String toString() {
        return "a grant of " + account;
    }
}
