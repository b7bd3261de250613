package io.painchain.github.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.github.github.Review;
import io.painchain.github.github.User;

/** Where a pull request's reviews stand: each reviewer's last verdict counts. */
public record ReviewSummary(List<String> reviewers, int approved, int changesRequested) {

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
        return new ReviewSummary(List.copyOf(verdicts.keySet()), count(verdicts, "approved"),
                count(verdicts, "changes_requested"));
    }

    private static int count(Map<String, String> verdicts, String state) {
        return (int) verdicts.values().stream().filter(state::equals).count();
    }
}
