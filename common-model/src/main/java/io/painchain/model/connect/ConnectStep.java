package io.painchain.model.connect;

import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;

/**
 * What a user does next at the provider.
 *
 * @param url of the page; where a form is sent; or where a code is entered
 * @param fields of the form
 * @param userCode to be entered at {@code url}
 * @param intervalSeconds how often it may be asked whether the code was entered
 * @param expiresInSeconds until the code is worth nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectStep(
        @NotNull Kind kind,
        @NotNull @Size(max = 4_000) @CleanText String url,
        @Nullable @Size(max = 20) Map<@NotNull @Size(max = 100) String, @NotNull @Size(max = 20_000) String> fields,
        @Nullable @Size(max = 50) @CleanText String userCode,
        @Nullable @Min(1) @Max(600) Integer intervalSeconds,
        @Nullable @Min(1) @Max(1_800) Integer expiresInSeconds) {

    /** What becomes of the user meanwhile. */
    public enum Kind {
        /** The browser goes to a page of the provider, and comes back by itself. */
        page,
        /** The browser sends a form to the provider, and comes back by itself. */
        form,
        /** The user enters a code at the provider, in whatever browser; nothing comes back. */
        code
    }

    public static ConnectStep page(String url) {
        return new ConnectStep(Kind.page, url, null, null, null, null);
    }

    public static ConnectStep form(String url, Map<String, String> fields) {
        return new ConnectStep(Kind.form, url, fields, null, null, null);
    }

    public static ConnectStep code(String url, String userCode, int intervalSeconds, int expiresInSeconds) {
        return new ConnectStep(Kind.code, url, null, userCode, intervalSeconds, expiresInSeconds);
    }
}
