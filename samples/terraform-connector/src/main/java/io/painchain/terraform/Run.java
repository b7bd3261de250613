package io.painchain.terraform;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.KebabCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;

/** A run as Terraform Cloud lists it, with the fields that are read. */
record Run(String id, Attributes attributes) {

    private static final Set<String> ENDED = Set.of("applied", "planned_and_finished", "errored", "discarded", "canceled",
            "force_canceled", "policy_soft_failed", "planned_and_saved");

    Run {
        requireNonNull(id, "id");
        requireNonNull(attributes, "attributes");
        requireNonNull(attributes.createdAt(), "created-at");
        requireNonNull(attributes.status(), "status");
    }

    @JsonNaming(KebabCaseStrategy.class)
    record Attributes(Instant createdAt, String status, String message, String source, Boolean isDestroy, Boolean hasChanges,
            Map<String, Instant> statusTimestamps) {

        Attributes {
            statusTimestamps = statusTimestamps == null ? Map.of() : statusTimestamps;
        }
    }

    Instant createdAt() {
        return attributes.createdAt();
    }

    boolean goesOn() {
        return !ENDED.contains(attributes.status());
    }

    /** When it came into its present state. */
    Instant changedAt() {
        return attributes.statusTimestamps().values().stream().max(Instant::compareTo).orElse(createdAt());
    }
}
