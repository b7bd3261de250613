package io.painchain.model.task;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A repository that credentials can see.
 *
 * @param name {@code owner/repo}
 * @param tracked whether the integration watches it; the backend fills it in
 */
public record DiscoveredRepository(String name, @Nullable String description, @JsonProperty("private") boolean isPrivate,
        boolean archived, @Nullable Instant pushedAt, @Nullable String defaultBranch, boolean tracked) {

    public DiscoveredRepository tracked(boolean now) {
        return new DiscoveredRepository(name, description, isPrivate, archived, pushedAt, defaultBranch, now);
    }
}
