package io.painchain.github.change.commit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.painchain.connector.kind.BranchPatterns;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.Known;
import io.painchain.connector.kind.Source;
import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.mapping.CommitMapper;
import io.painchain.github.repository.RepositoryReader;
import io.painchain.model.event.EventDraft;

public final class PastCommits implements Source<CommitsState, RepositoryReader> {

    private static final int PAGES = 100;
    /** The newest this many are read with files; the others lack them. */
    private static final int WHOLE = 500;

    private final BranchPatterns patterns;
    private final Instant from;

    PastCommits(BranchPatterns patterns, Instant from) {
        this.patterns = patterns;
        this.from = from;
    }

    @Override
    public Crawl<CommitsState> read(RepositoryReader reader, Known<CommitsState> known) {
        Map<String, Commit> commits = new LinkedHashMap<>();
        Map<String, String> branchOf = new HashMap<>();
        List<String> problems = new ArrayList<>();
        TrackedBranches branches = TrackedBranches.read(reader, patterns);
        problems.addAll(branches.problems());
        branches.heads().forEach((branch, head) -> {
            for (Commit commit : since(reader, branch, head, problems)) {
                commits.putIfAbsent(commit.sha(), commit);
                branchOf.putIfAbsent(commit.sha(), branch);
            }
        });
        List<EventDraft> drafts = new ArrayList<>();
        for (Commit commit : commits.values()) {
            Commit detailed = drafts.size() < WHOLE ? CommitsSource.whole(reader, branchOf.get(commit.sha()), commit) : commit;
            drafts.add(CommitMapper.toDraft(reader.scope(), branchOf.get(commit.sha()), detailed, reader.answeredAt()));
        }
        return new Crawl<>(drafts, List.of(), known.slice()).problems(problems);
    }

    private List<Commit> since(RepositoryReader reader, String branch, String head, List<String> problems) {
        List<Commit> commits = new ArrayList<>();
        PageTurns<Commit> pages = new PageTurns<>(reader.url("/commits?per_page=100&sha=" + head + "&since=" + from), PAGES,
                url -> reader.page(url, null, null, Commit.class));
        while (pages.more()) {
            pages.turn().items().stream().filter(commit -> commit.sha() != null).forEach(commits::add);
        }
        if (pages.cut()) {
            problems.add("The oldest commits of " + branch + " are not read: there are more than " + commits.size());
        }
        return commits;
    }
}
