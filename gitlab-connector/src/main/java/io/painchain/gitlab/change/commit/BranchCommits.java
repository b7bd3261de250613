package io.painchain.gitlab.change.commit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.painchain.connector.list.Gap;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.gitlab.api.record.git.Commit;
import io.painchain.gitlab.api.record.git.Comparison;
import io.painchain.gitlab.project.ProjectReader;

/** A comparison tells which commits are new on a branch, and the list, which has sizes, what they are. */
final class BranchCommits {

    private static final int PAGES = 5;
    private static final int PAGES_OF_THE_PAST = 50;
    /** Each lasts a whole deadline. */
    private static final int MOST_TIMEOUTS = 3;
    private static final Duration REWRITTEN_WITHIN = Duration.ofDays(1);

    private final ProjectReader reader;
    private final CommitsState known;
    private final Instant past;
    private final List<Gap> gaps = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean unreadable;
    private int timeouts;

    BranchCommits(ProjectReader reader, CommitsState known, Instant past) {
        this.reader = reader;
        this.known = known;
        this.past = past;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** What was left out, in sentences. */
    List<String> problems() {
        return problems;
    }

    /** Empty where they cannot be read now. */
    Optional<List<Commit>> of(String branch, String head) {
        return reader.details().attempt(() -> past != null ? since(head) : fresh(branch, head));
    }

    private List<Commit> since(String head) {
        return listed("/repository/commits?with_stats=true&per_page=100&ref_name=" + head + "&since=" + past, null,
                PAGES_OF_THE_PAST);
    }

    /** On a new branch those that no other tracked branch has; where no head is known, the newest ones. */
    private List<Commit> fresh(String branch, String head) {
        String base = known.heads().getOrDefault(branch, known.read() ? any() : null);
        Optional<Comparison> told = base == null ? Optional.empty() : compared(base, head);
        Comparison comparison = told.orElse(null);
        String list = "/repository/commits?with_stats=true&per_page=100&ref_name=" + head;
        if (comparison == null && unreadable) {
            return downTo(base, list);
        }
        if (comparison == null) {
            List<Commit> newest = listed(list, Set.of(), 1);
            List<Commit> taken = newest.subList(0, Math.min(ListCrawl.FIRST_SYNC, newest.size()));
            return known.read() && taken.size() < newest.size() ? rewritten(taken) : taken;
        }
        Set<String> wanted = new HashSet<>();
        comparison.commits().forEach(commit -> wanted.add(commit.id()));
        List<Commit> found = new ArrayList<>(attempt(() -> listed(list, wanted, PAGES)).orElse(List.of()));
        found.removeIf(commit -> !wanted.contains(commit.id()));
        Set<String> listed = new HashSet<>();
        found.forEach(commit -> listed.add(commit.id()));
        comparison.commits().stream().filter(commit -> !listed.contains(commit.id())).forEach(found::add);
        if (Boolean.TRUE.equals(comparison.compareTimeout())) {
            Instant now = reader.now();
            gaps.add(new Gap(CommitKind.WORDS, now, now, now));
        }
        return found;
    }

    private List<Commit> downTo(String base, String list) {
        List<Commit> commits = listed(list, Set.of(base), PAGES);
        boolean all = commits.size() < PAGES * 100 || commits.stream().anyMatch(commit -> commit.id().equals(base));
        return all ? commits : cut(commits, Instant.EPOCH);
    }

    /** Whoever rewrites commits dates them anew, so older ones were there before. */
    private List<Commit> rewritten(List<Commit> newest) {
        Instant since = reader.now().minus(REWRITTEN_WITHIN);
        return newest.stream().map(Commit::committedDate).allMatch(date -> date != null && date.isAfter(since))
                ? cut(newest, since)
                : newest;
    }

    /** There are older ones that are not read. */
    private List<Commit> cut(List<Commit> commits, Instant since) {
        Instant oldest = commits.stream().map(Commit::committedDate).filter(Objects::nonNull).min(Instant::compareTo)
                .orElse(reader.now());
        gaps.add(new Gap(CommitKind.WORDS, since, oldest, reader.now()));
        return commits;
    }

    private String any() {
        return known.heads().getOrDefault("main", known.heads().getOrDefault("master",
                known.heads().values().stream().min(Comparator.naturalOrder()).orElse(null)));
    }

    /** Empty where one of them is gone, as after a force push, or where the server fails to compare them. */
    private Optional<Comparison> compared(String base, String head) {
        unreadable = false;
        return attempt(() -> reader.read("/repository/compare?from=" + base + "&to=" + head, Comparison.class));
    }

    /** The list tells what the comparison does not, and the other way round: neither waits for the other. */
    private <T> Optional<T> attempt(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (ProviderException e) {
            if (e.concernsAll() || e.unreachable() && (!e.timedOut() || ++timeouts > MOST_TIMEOUTS)) {
                throw e;
            }
            unreadable = !e.is(Kind.NOT_FOUND) && !e.is(Kind.REFUSED);
            return Optional.empty();
        }
    }

    /** @param wanted ends the reading once all of them were found; {@code null}: to the end */
    private List<Commit> listed(String path, Set<String> wanted, int most) {
        List<Commit> commits = new ArrayList<>();
        Set<String> open = wanted == null ? null : new HashSet<>(wanted);
        PageTurns<Commit> turns = reader.turns(path, most, Commit.class);
        while (turns.more()) {
            List<Commit> shown = turns.turn().items().stream().filter(commit -> commit.id() != null).toList();
            commits.addAll(shown);
            if (open != null) {
                shown.forEach(commit -> open.remove(commit.id()));
            }
            if (open != null && open.isEmpty()) {
                turns.enough();
            }
        }
        if (wanted == null && turns.cut()) {
            problems.add("The oldest commits are not read: there are more than " + commits.size());
        }
        return commits;
    }
}
