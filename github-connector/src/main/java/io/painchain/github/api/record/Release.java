package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * A release.
 *
 * @param createdAt the time of the tagged commit, not of the release
 * @param publishedAt {@code null} while it is a draft
 * @param updatedAt not told by older servers
 */
public record Release(Long id, String tagName, String targetCommitish, String name, String body, Boolean draft,
        Boolean prerelease, Instant createdAt, Instant publishedAt, Instant updatedAt, User author, String htmlUrl,
        List<Asset> assets) {

    public Release {
        requireNonNull(id, "id");
        requireNonNull(tagName, "tag_name");
        requireNonNull(createdAt, "created_at");
        assets = assets == null ? List.of() : assets.stream().filter(asset -> asset != null).toList();
    }

    /** When it came about as a release. */
    public Instant moment() {
        return publishedAt == null ? createdAt : publishedAt;
    }

    public record Asset(String name, Long size, Long downloadCount) {
    }
}
