package io.painchain.github.mapping;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.painchain.connector.draft.DraftBuilder;
import io.painchain.connector.draft.Transition;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.IssueEvent;
import io.painchain.github.api.record.Label;
import io.painchain.github.api.record.User;
import io.painchain.model.event.EventDraft;

public final class IssueMapper {

    private IssueMapper() {
    }

    /** @param transition only the newest one carries the facts */
    public static EventDraft toDraft(RepositoryScope scope, Issue issue, Transition transition) {
        DraftBuilder draft = identified(scope, issue)
                .externalId("issue-" + scope.identity() + "-" + issue.number() + transition.suffix())
                .at(transition.word(), transition.at(), issue.updatedAt())
                .author(transition.actor()).status(transition.kind().status()).data("action", transition.kind().name());
        if (!transition.newest()) {
            return draft.asOf(transition.asOfItself()).build();
        }
        return draft.asOf(issue.updatedAt()).data("labels", issue.labels().stream().map(Label::name).toList())
                .data("assignees", issue.assignees().stream().map(User::loginOf).toList())
                .data("state_reason", issue.stateReason()).data("comments", issue.comments()).build();
    }

    /** Drafted as of the event, because nothing of it changes. */
    public static EventDraft labeled(RepositoryScope scope, IssueEvent event) {
        Issue issue = event.issue();
        return identified(scope, issue)
                .externalId("issue-" + scope.identity() + "-" + issue.number() + "#labeled-" + event.id())
                .at("created_at", event.createdAt(), issue.updatedAt()).asOf(event.createdAt())
                .author(User.loginOf(event.actor())).status("labeled")
                .data("action", "labeled").data("label", event.label() == null ? null : event.label().name()).build();
    }

    /**
     * An issue leaves once, whoever notices it how often.
     *
     * @param word what became of it
     * @param now the record in its new repository or null
     * @param noticedAt replaces a time that GitHub does not give
     */
    public static EventDraft departed(RepositoryScope scope, long number, String word, Issue now, Instant noticedAt) {
        Instant at = noticedAt.truncatedTo(ChronoUnit.SECONDS);
        DraftBuilder draft = DraftBuilder.of(scope, "issue")
                .externalId("issue-" + scope.identity() + "-" + number + "#" + word)
                .title("[Issue] ", now == null || now.title() == null ? "#" + number : now.title(), " " + word)
                .at("noticed_at", at).asOf(noticedAt).status(word).entity(scope.issue(number))
                .key("issue-" + scope.identity() + "-" + number).data("issue_number", number).data("action", word);
        return now == null ? draft.build() : draft.url(now.htmlUrl()).data("moved_to", now.htmlUrl()).build();
    }

    private static DraftBuilder identified(RepositoryScope scope, Issue issue) {
        String title = issue.title() == null || issue.title().isBlank() ? "#" + issue.number() : issue.title();
        return DraftBuilder.of(scope, "issue").title("[Issue] ", title).entity(scope.issue(issue.number()))
                .key("issue-" + scope.identity() + "-" + issue.number()).url(issue.htmlUrl()).description(issue.body())
                .data("issue_number", issue.number());
    }
}
