package io.painchain.github.change.commit;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.painchain.connector.detail.OpenRecord;
import io.painchain.connector.kind.BranchPatterns;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.kind.SweptInTurn;
import io.painchain.connector.list.Gap;
import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.provider.ProviderException;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.git.Comparison;
import io.painchain.github.api.record.git.Ref;
import io.painchain.github.mapping.CommitMapper;
import io.painchain.github.repository.CommitReader;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

/** Compares each branch's head with the stored one; dates are no cursor, because a merge brings old commits. */
public final class CommitsSource implements Source<CommitsState, RepositoryReader> {

    /** A first sync reads files of this many commits only. */
    private static final int WHOLE_IN_FIRST_SYNC = 20;
    /** A poll reads files of this many commits only. */
    private static final int WHOLE = 500;

    private static final Duration AGAIN = Duration.ofMinutes(5);

    private final BranchPatterns patterns;
    /** Null until the list was read since the start. */
    private List<String> cut;

    CommitsSource(BranchPatterns patterns) {
        this.patterns = patterns;
    }

    @Override
    public Crawl<CommitsState> read(RepositoryReader reader, Known<CommitsState> known) {
        CommitsState slice = known.slice();
        boolean first = slice.readAt() == null && slice.heads().isEmpty();
        boolean whole = reader.readsWhole("/branches", slice.readAt());
        boolean cutIsKnown = cut != null || !TrackedBranches.mayBeCut(slice);
        if (!whole && cutIsKnown && unchanged(reader, slice)) {
            return Crawl.unchanged(slice).problems(cut == null ? List.of() : cut);
        }
        TrackedBranches branches = TrackedBranches.read(reader, patterns);
        cut = branches.problems();
        Map<String, String> heads = branches.heads();
        Instant answeredAt = reader.answeredAt();
        Map<String, EventDraft> drafts = new LinkedHashMap<>();
        Map<String, Commit> commits = new LinkedHashMap<>();
        Map<String, String> branchOf = new HashMap<>();
        Set<String> unread = new TreeSet<>();
        List<Gap> gaps = new ArrayList<>();
        heads.forEach((branch, head) -> {
            if (!head.equals(slice.heads().get(branch))) {
                fresh(reader, slice, branch, head, first, gaps).ifPresentOrElse(found -> found.forEach(commit -> {
                    commits.putIfAbsent(commit.sha(), commit);
                    branchOf.putIfAbsent(commit.sha(), branch);
                }), () -> unread.add(branch));
            }
        });
        int budget = first ? WHOLE_IN_FIRST_SYNC : WHOLE;
        for (Commit commit : newest(commits, first)) {
            Commit detailed = budget-- > 0 ? whole(reader, branchOf.get(commit.sha()), commit) : commit;
            drafts.put(commit.sha(), CommitMapper.toDraft(reader.scope(), branchOf.get(commit.sha()), detailed, answeredAt));
        }
        CommitsState now = new CommitsState(heads, branches.pages(), whole ? answeredAt : slice.readAt());
        Crawl<CommitsState> crawl = new Crawl<>(List.copyOf(drafts.values()), List.of(),
                unread.isEmpty() ? now : now.without(unread, slice));
        gaps.forEach(crawl::with);
        if (unread.isEmpty()) {
            return crawl.covering("commits", first ? oldest(drafts.values()) : null).problems(cut);
        }
        List<String> problems = new ArrayList<>(cut);
        problems.add("Commits cannot be read of " + String.join(", ", unread));
        return crawl.withheld(List.of("commits")).again(AGAIN).problems(problems);
    }

    static Commit whole(RepositoryReader reader, String branch, Commit commit) {
        return reader.commits().whole(reader.details().of("commits", commit.sha()).with(Map.of("branch", branch)), commit.sha())
                .orElse(commit);
    }

    @Override
    public Crawl<CommitsState> again(RepositoryReader reader, Known<CommitsState> known, OpenRecord open) {
        Commit commit = CommitReader.named(reader.read("/commits/" + open.record(), Commit.class));
        return new Crawl<>(List.of(CommitMapper.toDraft(reader.scope(), open.facts().get("branch"), commit,
                reader.answeredAt())), List.of(), known.slice());
    }

    @Override
    public List<SweptInTurn<?, RepositoryReader>> sweptInTurn() {
        return List.of(new SweptCommits(patterns));
    }

    /** A hinted push that was not found is not in its list yet, or was a tag. */
    @Override
    public boolean isDueAfter(String other, List<EventDraft> found, boolean hinted) {
        return other.equals("pushes") && (found.isEmpty() ? hinted
                : found.stream().anyMatch(push -> patterns.match(String.valueOf(push.data().get("branch")))));
    }

    private static Instant oldest(Collection<EventDraft> drafts) {
        return drafts.size() < ListCrawl.FIRST_SYNC ? Instant.EPOCH
                : drafts.stream().map(EventDraft::timestamp).min(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static List<Commit> newest(Map<String, Commit> commits, boolean first) {
        if (!first) {
            return List.copyOf(commits.values());
        }
        return commits.values().stream()
                .sorted(Comparator.comparing(Commit::committedAt, Comparator.nullsFirst(Comparator.naturalOrder())).reversed())
                .limit(ListCrawl.FIRST_SYNC).toList();
    }

    private static boolean unchanged(RepositoryReader reader, CommitsState known) {
        for (PageTag page : known.pages()) {
            if (page.etag() == null || !reader.page(URI.create(page.url()), page.etag(), null, Ref.class).notModified()) {
                return false;
            }
        }
        return !known.pages().isEmpty();
    }

    /** Commits new on the branch; on a new branch those no other tracked branch has. Empty where unreadable now. */
    private static Optional<List<Commit>> fresh(RepositoryReader reader, CommitsState known, String branch, String head,
            boolean first, List<Gap> gaps) {
        String base = known.heads().getOrDefault(branch, first ? null : anyOf(known.heads()));
        Comparison comparison = base == null ? null : reader.commits().compare(base, head).orElse(null);
        if (comparison == null) {
            return latest(reader, head);
        }
        if (comparison.totalCommits() == null || comparison.commits().size() >= comparison.totalCommits()) {
            return Optional.of(comparison.commits());
        }
        return reader.details().attempt(() -> ComparedCommits.between(reader, base, head, gaps));
    }

    private static String anyOf(Map<String, String> heads) {
        return heads.getOrDefault("main", heads.getOrDefault("master",
                heads.values().stream().min(Comparator.naturalOrder()).orElse(null)));
    }

    /** Used where no head is known, or the known one is gone. */
    private static Optional<List<Commit>> latest(RepositoryReader reader, String head) {
        URI url = reader.url("/commits?per_page=" + ListCrawl.FIRST_SYNC + "&sha=" + head);
        return reader.details().attempt(() -> {
            try {
                return reader.page(url, null, null, Commit.class).items().stream().filter(commit -> commit.sha() != null)
                        .toList();
            } catch (ProviderException e) {
                if (!e.withheld()) {
                    throw e;
                }
                return List.<Commit> of();
            }
        });
    }
}
