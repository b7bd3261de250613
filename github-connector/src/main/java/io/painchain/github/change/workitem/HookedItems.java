package io.painchain.github.change.workitem;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import io.painchain.connector.draft.Transition;
import io.painchain.connector.draft.Transition.Kind;
import io.painchain.connector.list.ListState;
import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.github.api.graphql.PullRequestDetails;
import io.painchain.github.api.record.Issue;
import io.painchain.github.api.record.PullRequest;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;
import io.painchain.github.change.transition.WorkItemsState;
import io.painchain.github.mapping.IssueMapper;
import io.painchain.github.mapping.PullRequestMapper;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.mapping.ReviewMapper;
import io.painchain.github.webhook.HookPayload;
import io.painchain.model.event.EventDraft;

/** Openings, merges and reviews are told by their payload; other steps have numbers that only a list shows. */
record HookedItems(HookPayload payload, RepositoryScope scope, WorkItemsState known) {

    private static final Set<String> NUMBERED = Set.of("closed", "reopened");
    private static final Set<String> ELSEWHERE = Set.of("pull_request_review_thread", "pull_request_review_comment",
            "issue_comment");
    private static final String NUMBER = "Its number in the issue events is to be looked up";
    private static final String FACTS = "It changes facts of an event, which the poll keeps current";
    private static final String KNOWN = "A poll has told the same or a later state";

    Optional<HookReading> read() throws IOException {
        if (payload.is("pull_request")) {
            return Optional.of(pull(payload.record("pull_request", PullRequest.class)));
        }
        if (payload.is("pull_request_review")) {
            return Optional
                    .of(review(payload.record("pull_request", PullRequest.class), payload.record("review", Review.class)));
        }
        if (payload.is("issues")) {
            return Optional.of(issue(payload.record("issue", Issue.class)));
        }
        return ELSEWHERE.contains(payload.event()) ? Optional.of(HookReading.hint(FACTS)) : Optional.empty();
    }

    private HookReading pull(PullRequest pull) {
        if ("closed".equals(payload.action()) && pull.merged()) {
            String merger = pull.mergedBy() == null ? null : User.loginOf(pull.mergedBy());
            return drafted(pull, new Transition(Kind.merged, null, pull.mergedAt(), merger, true));
        }
        if ("opened".equals(payload.action()) && pull.open()) {
            return drafted(pull, Transition.opened(User.loginOf(pull.user()), pull.createdAt(), true));
        }
        if (NUMBERED.contains(payload.action())) {
            return lookedUp("pr-", pull.number());
        }
        return HookReading.hint(FACTS);
    }

    /** A payload lacks files, reviews and commits, so it must not come after a poll that had them. */
    private HookReading drafted(PullRequest pull, Transition transition) {
        if (isTold(known.pulls(), pull.number(), pull.updatedAt()) || known.transitions().containsKey(pull.number())
                && transition.kind() == Kind.opened) {
            return HookReading.ignored(KNOWN);
        }
        EventDraft draft = PullRequestMapper.toDraft(scope, pull, transition, new PullRequestDetails(pull, null, null, null));
        return HookReading.drafted(draft).toBeCompleted();
    }

    private HookReading review(PullRequest pull, Review review) {
        if (!review.submitted()) {
            return HookReading.hint("The review has not been submitted yet");
        }
        return HookReading.drafted(ReviewMapper.toDraft(scope, pull, review)).toBeCompleted();
    }

    private HookReading issue(Issue issue) {
        switch (payload.action()) {
            case "opened" -> {
                boolean newest = issue.open() && !known.transitions().containsKey(issue.number());
                return newest
                        ? HookReading.drafted(IssueMapper.toDraft(scope, issue,
                                Transition.opened(User.loginOf(issue.user()), issue.createdAt(), true)))
                        : HookReading.ignored(KNOWN);
            }
            case "closed", "reopened", "labeled" -> {
                return lookedUp("issue-", issue.number());
            }
            default -> {
                return HookReading.hint(FACTS);
            }
        }
    }

    private HookReading lookedUp(String prefix, long number) {
        return HookReading.lookedUp(new Lookup(prefix + scope.identity() + "-" + number + "#" + payload.action()), NUMBER);
    }

    private static boolean isTold(ListState list, long number, Instant updatedAt) {
        Long seen = list.seen().get(String.valueOf(number));
        return !list.neverRead() && (!list.isNews(updatedAt) || seen != null && seen >= updatedAt.getEpochSecond());
    }
}
