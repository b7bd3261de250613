package io.painchain.gitlab.mapping;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.gitlab.api.record.MergeRequest;
import io.painchain.gitlab.api.record.Note;
import io.painchain.gitlab.api.record.User;
import io.painchain.model.event.EventDraft;

public final class ApprovalMapper {

    private ApprovalMapper() {
    }

    /** @param note one that tells of an approval */
    public static EventDraft toDraft(ProjectScope scope, MergeRequest request, Note note) {
        String state = note.approval().orElseThrow();
        return MergeRequestMapper.identified(DraftBuilder.of(scope, "merge_request_approval"), scope, request)
                .externalId("mr-" + scope.identity() + "-" + request.iid() + "#approval-" + note.id())
                .title("[Approval] ", state, ": ", MergeRequestMapper.titleOf(request))
                .at("created_at", note.createdAt(), request.updatedAt()).asOf(note.createdAt())
                .author(User.loginOf(note.author()))
                .url(request.webUrl() == null ? null : request.webUrl() + "#note_" + note.id()).status(state)
                .data("action", state).data("note_id", note.id()).build();
    }
}
