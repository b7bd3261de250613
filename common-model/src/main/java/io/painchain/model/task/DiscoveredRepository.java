package io.painchain.model.task;

import java.time.Instant;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A repository that credentials can see.
 *
 * @param name {@code owner/repo}
 * @param tracked whether the integration watches it; the backend fills it in
 * @param fork whether it was made from another one
 * @param externalId the provider's own, which survives renames
 */
public record DiscoveredRepository(String name, @Nullable String description, @JsonProperty("private") boolean isPrivate,
        boolean archived, @Nullable Instant pushedAt, @Nullable String defaultBranch, boolean tracked, boolean fork,
        @Nullable String externalId) {

    public DiscoveredRepository(String name, String description, boolean isPrivate, boolean archived, Instant pushedAt,
            String defaultBranch, boolean tracked) {
        this(name, description, isPrivate, archived, pushedAt, defaultBranch, tracked, false, null);
    }

    public DiscoveredRepository tracked(boolean now) {
        return new DiscoveredRepository(name, description, isPrivate, archived, pushedAt, defaultBranch, now, fork, externalId);
    }
}
