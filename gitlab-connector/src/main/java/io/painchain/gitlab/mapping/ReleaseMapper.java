package io.painchain.gitlab.mapping;

import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.gitlab.api.record.Release;
import io.painchain.gitlab.api.record.Release.Link;
import io.painchain.gitlab.api.record.User;
import io.painchain.model.event.EventDraft;

public final class ReleaseMapper {

    private ReleaseMapper() {
    }

    /** @param answeredAt the server's clock, because a release has no time of its last change */
    public static EventDraft toDraft(ProjectScope scope, Release release, Instant answeredAt) {
        String id = "release-" + scope.identity() + "-" + release.tagName();
        String title = release.name() == null || release.name().isBlank() ? release.tagName() : release.name();
        boolean upcoming = Boolean.TRUE.equals(release.upcomingRelease());
        String sha = release.commit() == null ? null : release.commit().id();
        return DraftBuilder.of(scope, "release").externalId(id).title("[Release] ", title).reportedAt(answeredAt)
                .at("released_at", upcoming ? release.createdAt() : release.moment(), release.createdAt()).asOf(answeredAt)
                .author(User.loginOf(release.author())).url(release.links() == null ? null : release.links().self())
                .status(upcoming ? "upcoming" : "published").description(release.description())
                .entity(scope.release(release.tagName())).key(scope.tag(release.tagName()))
                .key(sha == null ? null : scope.commit(sha)).key(id).images(release.description()).images(places(release))
                .data("tag_name", release.tagName()).data("target", sha)
                .data("upcoming", upcoming).data("released_at", release.moment().toString())
                .data("assets", release.assets() == null ? null : release.assets().links().stream().map(Link::name).toList())
                .build();
    }

    private static String[] places(Release release) {
        return release.assets() == null ? new String[0]
                : release.assets().links().stream().map(Link::url).toArray(String[]::new);
    }
}
