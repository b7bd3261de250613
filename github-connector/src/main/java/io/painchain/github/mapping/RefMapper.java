package io.painchain.github.mapping;

import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.model.event.EventDraft;

/** A branch or tag that was created or deleted. */
public final class RefMapper {

    private RefMapper() {
    }

    /** @param answeredAt the server's clock, because such a change does not say when its record last changed */
    public static EventDraft toDraft(RepositoryScope scope, RefChange change, Instant answeredAt) {
        String action = change.created() ? "created" : "deleted";
        String word = change.isTag() ? "[Tag] " : "[Branch] ";
        DraftBuilder draft = DraftBuilder.of(scope, change.kind())
                .externalId(change.kind() + "-" + scope.identity() + "-" + change.name() + "#" + action + "@" + change.toldAt())
                .title(word, change.name(), " " + action).toldAt(answeredAt).at("changed_at", change.at(), change.toldAt())
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
}
