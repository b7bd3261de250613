package io.painchain.gitlab.mapping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Transition;
import io.painchain.gitlab.api.record.Issue;
import io.painchain.gitlab.api.record.LabelEvent;
import io.painchain.gitlab.api.record.User;
import io.painchain.model.event.EventDraft;

public final class IssueMapper {

    private IssueMapper() {
    }

    /** @param transition only the newest one carries the facts */
    public static EventDraft toDraft(ProjectScope scope, Issue issue, Transition transition) {
        DraftBuilder draft = identified(scope, issue)
                .externalId("issue-" + scope.identity() + "-" + issue.iid() + transition.suffix())
                .at(transition.word(), transition.at(), issue.updatedAt()).author(transition.actor())
                .status(transition.kind().status()).data("action", transition.kind().name());
        if (!transition.newest()) {
            return draft.asOf(transition.asOfItself()).build();
        }
        return draft.asOf(issue.updatedAt()).data("labels", issue.labels())
                .data("assignees", issue.assignees().stream().map(User::loginOf).toList())
                .data("comments", issue.userNotesCount()).build();
    }

    /** Drafted as of the event, because nothing of it changes. */
    public static EventDraft labeled(ProjectScope scope, Issue issue, LabelEvent event) {
        return identified(scope, issue)
                .externalId("issue-" + scope.identity() + "-" + issue.iid() + "#labeled-" + event.id())
                .at("created_at", event.createdAt(), issue.updatedAt()).asOf(event.createdAt())
                .author(User.loginOf(event.user())).status("labeled").data("action", "labeled")
                .data("label", event.label() == null ? null : event.label().name()).build();
    }

    /** An issue leaves once, whoever notices it how often. @param noticedAt replaces a time that GitLab does not give */
    public static EventDraft departed(ProjectScope scope, long iid, Instant noticedAt) {
        Instant at = noticedAt.truncatedTo(ChronoUnit.SECONDS);
        String id = "issue-" + scope.identity() + "-" + iid;
        return DraftBuilder.of(scope, "issue").externalId(id + "#gone").title("[Issue] ", "#" + iid, " gone")
                .at("noticed_at", at).asOf(noticedAt).status("gone").entity(scope.issue(iid)).key(id)
                .data("issue_number", iid).data("action", "gone").build();
    }

    private static DraftBuilder identified(ProjectScope scope, Issue issue) {
        String title = issue.title() == null || issue.title().isBlank() ? "#" + issue.iid() : issue.title();
        return DraftBuilder.of(scope, "issue").title(issue.incident() ? "[Incident] " : "[Issue] ", title)
                .entity(scope.issue(issue.iid())).key("issue-" + scope.identity() + "-" + issue.iid()).url(issue.webUrl())
                .description(issue.description()).data("issue_number", issue.iid()).data("issue_type", issue.issueType())
                .data("severity", issue.incident() ? issue.severity() : null);
    }
}
