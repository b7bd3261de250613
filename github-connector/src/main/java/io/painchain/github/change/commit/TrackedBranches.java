package io.painchain.github.change.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.connector.kind.BranchPatterns;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.record.git.Ref;
import io.painchain.github.repository.RepositoryReader;

/** Matching branches with their heads; {@code problems} are sentences about what the list left out. */
record TrackedBranches(Map<String, String> heads, List<PageTag> pages, List<String> problems) {

    private static final int MOST = 100;
    private static final int PAGES = 30;

    static TrackedBranches read(RepositoryReader reader, BranchPatterns patterns) {
        Map<String, String> heads = new TreeMap<>();
        List<PageTag> pages = new ArrayList<>();
        int left = 0;
        PageTurns<Ref> turns = new PageTurns<>(reader.url("/branches?per_page=100"), PAGES,
                url -> reader.page(url, null, null, Ref.class));
        while (turns.more()) {
            Page<Ref> page = turns.turn();
            for (Ref branch : page.items()) {
                boolean tracked = branch.sha() != null && patterns.match(branch.name());
                left += tracked && heads.size() == MOST ? 1 : 0;
                if (tracked && heads.size() < MOST) {
                    heads.put(branch.name(), branch.sha());
                }
            }
            pages.add(new PageTag(page.url().toString(), page.etag()));
        }
        return new TrackedBranches(heads, pages, problems(left, turns.cut()));
    }

    /** Whether the list may be incomplete when read like this. */
    static boolean mayBeCut(CommitsState read) {
        return read.heads().size() >= MOST || read.pages().size() >= PAGES;
    }

    private static List<String> problems(int left, boolean more) {
        List<String> problems = new ArrayList<>();
        if (left > 0) {
            problems.add("Commits are read of " + MOST + " of the branches that match, not of " + left
                    + " more; narrow the patterns");
        }
        if (more) {
            problems.add("Commits are read of the branches among the first " + PAGES * 100 + " only");
        }
        return List.copyOf(problems);
    }
}
