package io.painchain.backend.subscription;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * The body of {@code POST /api/subscriptions}.
 *
 * @param url where events are sent; of Grafana its address without {@code /api/annotations}. What is shown of it afterwards,
 *        sent back, keeps it
 * @param filter a query string such as {@code type=release&tag=critical}; empty: everything
 * @param secret of a webhook {@code whsec_} and 24 to 64 bytes in base64, absent: one is made, and shown once; of Grafana a
 *        service account's token
 * @param active {@code false} stops sending; what is missed meanwhile is sent when it is {@code true} again
 */
public record SubscriptionRequest(@NotBlank @Size(max = Limits.NAME) @CleanText String name, @NotNull Target target,
        @NotNull @Size(max = Limits.URL) @Pattern(regexp = "https?://[^\\s#]+", message = "must be an http or https URL") String url,
        @Nullable @Size(max = Limits.VIEW_QUERY) @CleanText @Pattern(regexp = "(?!\\?)[^\\s#]*", message = "must be a query string without a leading '?', blanks and '#'") String filter,
        @Nullable @Size(max = 500) @Pattern(regexp = "[!-~…•]+", message = "must be visible ASCII without blanks") String secret,
        @Nullable Boolean active) {
}
