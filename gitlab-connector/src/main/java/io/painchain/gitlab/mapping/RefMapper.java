package io.painchain.gitlab.mapping;

import java.time.Instant;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.model.event.EventDraft;

public final class RefMapper {

    private RefMapper() {
    }

    /** @param answeredAt the server's clock, because such a change has no update time */
    public static EventDraft toDraft(ProjectScope scope, RefChange change, Instant answeredAt) {
        DraftBuilder draft = DraftBuilder.of(scope, change.kind())
                .externalId(change.kind() + "-" + scope.identity() + "-" + change.name() + "#" + change.action() + "@"
                        + change.at())
                .title(change.ofTag() ? "[Tag] " : "[Branch] ", change.name(), " " + change.action()).reportedAt(answeredAt)
                .at("changed_at", change.at()).asOf(answeredAt).author(change.actor()).status(change.action())
                .data(change.kind(), change.name()).data("action", change.action()).data("sha", change.sha())
                .data("previous_sha", change.before()).data("time_exact", change.exact());
        if (change.ofTag()) {
            draft.entity(scope.tag(change.name()));
        } else {
            draft.entityAlone(scope.branch(change.name()));
        }
        return draft.key(change.sha() == null ? null : scope.commit(change.sha())).build();
    }
}
