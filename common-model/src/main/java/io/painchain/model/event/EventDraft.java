package io.painchain.model.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * One change event as its source tells it: the body of {@code POST /api/events} and an item of a batch.
 *
 * @param title what happened, one line
 * @param connector where it came from: {@code github}, {@code gitlab}, … or any word of the sender's own
 * @param project what it happened to: {@code owner/repo}, {@code cluster/namespace}, …
 * @param timestamp when it happened, or began, at the source; from 1970 to one day ahead
 * @param endTimestamp when it ended, not before {@code timestamp}; absent while it goes on, or for a moment
 * @param externalId stable id within the integration (else within the connector); absent: a new event each time
 * @param integrationId the integration that collected it; absent for events sent by hand
 * @param asOf the source's state that this draft shows, by the provider's clock; absent: now
 * @param type kind of change; absent: {@code data.event_type}, else {@code change}
 * @param description longer text, Markdown
 * @param author who did it
 * @param url http or https link to the source's own page
 * @param status the provider's word in lower snake case
 * @param tags labels to filter by, as they are at first ingest
 * @param entity the thing that changed, e.g. {@code pull_request:acme/api#12}; events of one entity are its life
 * @param correlationKeys what links this event to others, e.g. {@code commit:acme/api@<sha>}
 * @param data any JSON object, at most 64 KiB compact and 32 levels deep; in an upsert absent keys are kept and {@code null}
 *        removes; {@code seen_late} is taken with the draft that creates the event and with no later one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventDraft(
        @NotBlank @Size(max = Limits.TITLE) @Pattern(regexp = "[^\\r\\n]*", message = "must be one line") @CleanText String title,
        @NotNull @Size(max = Limits.CONNECTOR) @Pattern(regexp = "[a-z0-9][a-z0-9._-]*", message = "must be lower-case letters, digits, '.', '_' or '-', and begin with a letter or digit") String connector,
        @NotBlank @Size(max = Limits.PROJECT) @CleanText String project,
        @NotNull Instant timestamp,
        Instant endTimestamp,
        @Size(min = 1, max = Limits.EXTERNAL_ID) @CleanText String externalId,
        String integrationId,
        Instant asOf,
        @Size(min = 1, max = Limits.TYPE) @CleanText String type,
        @Size(max = Limits.DESCRIPTION) @CleanText String description,
        @Size(max = Limits.AUTHOR) @CleanText String author,
        @Size(max = Limits.URL) @Pattern(regexp = "(?i)https?://[^\\s/].*", message = "must be an http or https URL") @CleanText String url,
        @Size(max = Limits.STATUS) @CleanText String status,
        @Size(max = Limits.TAGS) List<@NotBlank @Size(max = Limits.TAG) @CleanText String> tags,
        @Size(min = 1, max = Limits.ENTITY) @CleanText String entity,
        @Size(max = Limits.CORRELATION_KEYS) List<@NotBlank @Size(max = Limits.CORRELATION_KEY) @CleanText String> correlationKeys,
        Map<String, Object> data) {
}
