package io.painchain.github.taskhandler;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.painchain.model.task.DiscoveredRepository;

record ListedRepository(Long id, String fullName, String description, @JsonProperty("private") Boolean isPrivate,
        Boolean archived, Instant pushedAt, String defaultBranch, Boolean fork) {

    ListedRepository {
        requireNonNull(fullName, "full_name");
    }

    /** @param words in lower case */
    boolean matches(String words) {
        return fullName.toLowerCase(Locale.ROOT).contains(words)
                || description != null && description.toLowerCase(Locale.ROOT).contains(words);
    }

    DiscoveredRepository discovered(boolean tracked) {
        return new DiscoveredRepository(fullName, description, Boolean.TRUE.equals(isPrivate), Boolean.TRUE.equals(archived),
                pushedAt, defaultBranch, tracked, Boolean.TRUE.equals(fork), id == null ? null : id.toString());
    }
}
