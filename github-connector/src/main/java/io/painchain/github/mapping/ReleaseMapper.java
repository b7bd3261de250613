package io.painchain.github.mapping;

import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.Release;
import io.painchain.github.api.record.Release.Asset;
import io.painchain.github.api.record.User;
import io.painchain.model.event.EventDraft;

public final class ReleaseMapper {

    private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}");

    private ReleaseMapper() {
    }

    /** @param answeredAt the server's clock, for servers whose releases have no update time */
    public static EventDraft toDraft(RepositoryScope scope, Release release, Instant answeredAt) {
        String id = "release-" + scope.identity() + "-" + release.id();
        String title = release.name() == null || release.name().isBlank() ? release.tagName() : release.name();
        boolean pinned = release.targetCommitish() != null && SHA.matcher(release.targetCommitish()).matches();
        return DraftBuilder.of(scope, "release").externalId(id).title("[Release] ", title).reportedAt(answeredAt)
                .at(release.publishedAt() == null ? "created_at" : "published_at", release.moment(), release.createdAt(),
                        release.updatedAt())
                .asOf(release.updatedAt() == null ? answeredAt : release.updatedAt())
                .author(User.loginOf(release.author())).url(release.htmlUrl()).status(statusOf(release))
                .description(description(release)).entity("release:" + scope.identity() + "@" + release.tagName())
                .key(scope.tag(release.tagName())).key(pinned ? scope.commit(release.targetCommitish()) : null).key(id)
                .images(release.body())
                .data("release_id", release.id()).data("tag_name", release.tagName())
                .data("target", release.targetCommitish()).data("prerelease", Boolean.TRUE.equals(release.prerelease()))
                .data("draft", Boolean.TRUE.equals(release.draft()))
                .data("assets", release.assets().stream().map(Asset::name).toList()).build();
    }

    private static String statusOf(Release release) {
        if (Boolean.TRUE.equals(release.draft())) {
            return "draft";
        }
        return Boolean.TRUE.equals(release.prerelease()) ? "prerelease" : "published";
    }

    private static String description(Release release) {
        String notes = release.body() == null ? "" : release.body();
        if (release.assets().isEmpty()) {
            return notes;
        }
        String assets = release.assets().stream().map(asset -> "- " + Text.line(asset.name()))
                .collect(Collectors.joining("\n"));
        return (notes.isBlank() ? "" : notes.stripTrailing() + "\n\n") + "Assets:\n" + assets;
    }
}
