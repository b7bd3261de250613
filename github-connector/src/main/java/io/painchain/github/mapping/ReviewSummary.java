package io.painchain.github.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.Review;
import io.painchain.github.api.record.User;

/**
 * Where a pull request's reviews stand: each reviewer's last verdict counts.
 *
 * @param verdicts by reviewer, in the order of their first review
 */
public record ReviewSummary(Map<String, String> verdicts) {

    public static ReviewSummary of(Collection<Review> reviews) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        reviews.stream().filter(Review::submitted).sorted(Comparator.comparing(Review::submittedAt)).forEach(review -> {
            String state = Text.word(review.state());
            String reviewer = User.loginOf(review.user());
            // A comment after a verdict leaves the verdict standing.
            if (!"commented".equals(state) || !verdicts.containsKey(reviewer)) {
                verdicts.put(reviewer, state);
            }
        });
        return new ReviewSummary(verdicts);
    }

    public List<String> reviewers() {
        return List.copyOf(verdicts.keySet());
    }

    public int approved() {
        return count("approved");
    }

    public int changesRequested() {
        return count("changes_requested");
    }

    /** One line for people, {@code null} where nobody reviewed yet. */
    String sentence() {
        if (verdicts.isEmpty()) {
            return null;
        }
        return "Reviews: " + approved() + " approved, " + changesRequested() + " requested changes ("
                + verdicts.entrySet().stream().map(entry -> entry.getKey() + ": " + entry.getValue().replace('_', ' '))
                        .collect(Collectors.joining(", "))
                + ")";
    }

    private int count(String state) {
        return (int) verdicts.values().stream().filter(state::equals).count();
    }
}
