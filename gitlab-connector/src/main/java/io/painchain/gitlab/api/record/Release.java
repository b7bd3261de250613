package io.painchain.gitlab.api.record;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.painchain.gitlab.api.record.git.Commit;

/** Has neither an id nor a time of its last change; {@code releasedAt} may lie ahead. */
public record Release(String tagName, String name, String description, Instant createdAt, Instant releasedAt,
        Boolean upcomingRelease, User author, Commit commit, Assets assets, @JsonProperty("_links") Links links) {

    public Release {
        requireNonNull(tagName, "tag_name");
        requireNonNull(createdAt, "created_at");
    }

    public record Assets(List<Link> links) {

        public Assets {
            links = links == null ? List.of() : links.stream().filter(link -> link != null).toList();
        }
    }

    public record Link(String name, String url) {
    }

    public record Links(String self) {
    }

    public Instant moment() {
        return releasedAt == null ? createdAt : releasedAt;
    }
}
