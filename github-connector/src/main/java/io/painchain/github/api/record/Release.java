package io.painchain.github.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/** {@code createdAt} is the tagged commit's time; drafts have no {@code publishedAt}, older servers no {@code updatedAt}. */
public record Release(Long id, String tagName, String targetCommitish, String name, String body, Boolean draft,
        Boolean prerelease, Instant createdAt, Instant publishedAt, Instant updatedAt, User author, String htmlUrl,
        List<Asset> assets) {

    public Release {
        requireNonNull(id, "id");
        requireNonNull(tagName, "tag_name");
        requireNonNull(createdAt, "created_at");
        assets = assets == null ? List.of() : assets.stream().filter(asset -> asset != null).toList();
    }

    public Instant moment() {
        return publishedAt == null ? createdAt : publishedAt;
    }

    public record Asset(String name, Long size, Long downloadCount) {
    }
}
