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

/** The last verdict of each reviewer counts, in the order of first reviews. */
public record ReviewSummary(Map<String, String> verdicts) {

    public static ReviewSummary of(Collection<Review> reviews) {
        Map<String, String> verdicts = new LinkedHashMap<>();
        reviews.stream().filter(Review::submitted).sorted(Comparator.comparing(Review::submittedAt)).forEach(review -> {
            String state = Text.word(review.state());
            String reviewer = User.loginOf(review.user());
            // A later comment does not replace a verdict.
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

    /** Null where there are no reviews. */
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
