package io.painchain.simulator.truth;

import java.util.Locale;
import java.util.Set;

import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.issue.IssueEvent;
import io.painchain.simulator.world.pull.PullRequest;

/** Pull requests, their reviews, issues, and what became of them. */
final class Threads {

    private static final String PULL = "pull_request";
    private static final Set<String> WANTED = Set.of("closed", "reopened", "labeled");

    private Threads() {
    }

    static void addTo(Found found) {
        found.repository().pulls().all().forEach(pull -> pull(found, pull));
        found.repository().issues().all().stream().filter(issue -> issue.pull() == null).forEach(
                issue -> found.add("issue", id("issue", found, issue) + "#opened", "open", issue.createdAt()));
        found.repository().issueEvents().newestFirst().stream().filter(event -> WANTED.contains(event.event()))
                .forEach(event -> transition(found, event));
    }

    private static void pull(Found found, PullRequest pull) {
        String id = id("pr", found, pull.issue());
        found.add(PULL, id + "#opened", "open", pull.issue().createdAt());
        found.add(PULL, id + "#merged", "merged", pull.mergedAt());
        pull.reviews().forEach(review -> found.add("pull_request_review", id + "#review-" + review.id(),
                review.state().toLowerCase(Locale.ROOT), review.submittedAt()));
    }

    /** A closing beside a merge is no event, nor are labels of pull requests. */
    private static void transition(Found found, IssueEvent event) {
        PullRequest pull = found.repository().pulls().find(event.issue().number()).orElse(null);
        boolean merge = pull != null && event.event().equals("closed") && pull.merged()
                && !event.createdAt().isBefore(pull.mergedAt());
        if (merge || pull != null && event.event().equals("labeled")) {
            return;
        }
        String status = event.event().equals("reopened") ? "open" : event.event();
        found.add(pull == null ? "issue" : PULL,
                id(pull == null ? "issue" : "pr", found, event.issue()) + "#" + event.event() + "-" + event.id(),
                status, event.createdAt());
    }

    private static String id(String prefix, Found found, Issue issue) {
        return prefix + "-" + found.name() + "-" + issue.number();
    }
}
