package io.painchain.model.task;

import java.util.List;
import java.util.Map;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * How far a task is: the body of {@code POST /api/connectors/{type}/tasks/{id}/progress}, which renews its lease for 60 s.
 * What is absent stays as it was told last.
 *
 * @param attempt the attempt that tells; absent: the newest
 * @param done of {@code total}, in whatever is counted
 * @param note one line for the user, e.g. {@code "acme/api: pull requests of March"}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskProgress(
        Integer attempt,
        @Min(0) Long done,
        @Min(0) Long total,
        @Size(max = Limits.ERROR) @CleanText String note,
        @Valid Detail detail) {

    /**
     * @param counts e.g. {@code created}, {@code updated}, {@code unchanged}
     * @param repositories replaces the list that was told before
     * @param resume opaque, at most 64 KiB; given back as {@code input.resume} with the next attempt
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            @Size(max = 20) Map<@NotBlank @Size(max = 64) @CleanText String, @NotNull Long> counts,
            @Size(max = 10_000) List<@NotNull @Valid Repository> repositories,
            Map<String, Object> resume) {
    }

    /**
     * @param state {@code queued}, {@code running}, {@code done} or {@code failed}
     * @param error a sentence a user can act on
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Repository(
            @NotBlank @Size(max = Limits.PROJECT) @CleanText String name,
            @NotNull @Pattern(regexp = "queued|running|done|failed", message = "must be queued, running, done or failed") String state,
            @Min(0) @Max(100) Integer percent,
            @Size(max = Limits.ERROR) @CleanText String error) {
    }
}
