package io.painchain.github.change.commit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.painchain.connector.list.Gap;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.github.repository.RepositoryReader;

/** Turns pages, because one comparison shows at most 250 commits. */
final class ComparedCommits {

    private static final int PAGES = 100;
    private static final int PER_PAGE = 100;

    private ComparedCommits() {
    }

    /** @param gaps receives what could not be shown */
    static List<Commit> between(RepositoryReader reader, String base, String head, List<Gap> gaps) {
        List<Commit> commits = new ArrayList<>();
        for (int page = 1; page <= PAGES; page++) {
            Comparison shown = reader.read("/compare/" + base + "..." + head + "?per_page=" + PER_PAGE + "&page=" + page,
                    Comparison.class);
            commits.addAll(shown.commits());
            boolean all = shown.totalCommits() != null && commits.size() >= shown.totalCommits();
            if (all || shown.commits().isEmpty()) {
                break;
            }
            if (page == PAGES) {
                Instant last = commits.stream().map(Commit::committedAt).filter(Objects::nonNull).max(Instant::compareTo)
                        .orElse(reader.answeredAt());
                gaps.add(new Gap("commits of tracked branches", last, reader.answeredAt(), reader.answeredAt()));
            }
        }
        return commits;
    }
}
