package io.painchain.github.mapping;

import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.model.event.EventDraft;

public final class RefMapper {

    private RefMapper() {
    }

    /** @param answeredAt the server's clock, because such a change has no update time */
    public static EventDraft toDraft(RepositoryScope scope, RefChange change, Instant answeredAt) {
        String action = change.created() ? "created" : "deleted";
        String word = change.isTag() ? "[Tag] " : "[Branch] ";
        DraftBuilder draft = DraftBuilder.of(scope, change.kind())
                .externalId(
                        change.kind() + "-" + scope.identity() + "-" + change.name() + "#" + action + "@" + change.reportedAt())
                .title(word, change.name(), " " + action).reportedAt(answeredAt)
                .at("changed_at", change.at(), change.reportedAt())
                .asOf(answeredAt).author(change.actor())
                .status(action).data(change.kind(), change.name()).data("action", action).data("sha", change.sha())
                .data("time_exact", change.exact());
        if (change.isTag()) {
            draft.entity(scope.tag(change.name()));
        } else {
            draft.entityAlone(scope.branch(change.name()));
        }
        return draft.key(change.sha() == null ? null : scope.commit(change.sha())).build();
    }

    public static EventDraft moved(RepositoryScope scope, TagMove move, Instant answeredAt) {
        return DraftBuilder.of(scope, "tag")
                .externalId("tag-" + scope.identity() + "-" + move.name() + "#moved@" + move.at())
                .title("[Tag] ", move.name(), " moved").at("changed_at", move.at()).asOf(answeredAt).status("moved")
                .entity(scope.tag(move.name())).data("tag", move.name()).data("action", "moved").data("sha", move.after())
                .data("previous_sha", move.before()).data("time_exact", false)
                .key(move.after() == null ? null : scope.commit(move.after()))
                .key(move.before() == null ? null : scope.commit(move.before())).build();
    }
}
