package io.painchain.github.mapping;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import io.painchain.model.EventDraft;

/** A push to a branch. */
public final class PushMapper {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'")
            .withZone(ZoneOffset.UTC);

    private PushMapper() {
    }

    /**
     * @param repetition whether the same branch moved between the same commits before, as after a force push to and fro; the id
     *        then tells the minute
     * @param answeredAt the server's clock, because a push does not say when its record last changed
     */
    public static EventDraft toDraft(RepositoryScope scope, Push push, boolean repetition, Instant answeredAt) {
        String firstLine = Text.firstLine(push.message());
        String id = "push-" + scope.identity() + "-" + push.movement();
        return DraftBuilder.of(scope, "push")
                .externalId(repetition ? id + "~" + MINUTE.format(push.at()) : id)
                .title("[Push] " + push.branch() + ": "
                        + (firstLine == null ? Text.shortSha(push.head(), 7) : firstLine))
                .at(push.at()).asOf(answeredAt).author(push.actor()).url(push.url()).description(push.message())
                .entityAlone(scope.branch(push.branch())).key(scope.commit(push.head())).data("branch", push.branch())
                .data("before", push.before()).data("head", push.head()).data("activity_type", push.kind())
                .data("forced", "force_push".equals(push.kind()) ? Boolean.TRUE : null).build();
    }
}
