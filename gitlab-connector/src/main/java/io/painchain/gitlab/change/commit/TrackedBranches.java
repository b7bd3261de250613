package io.painchain.gitlab.change.commit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.painchain.connector.kind.BranchPatterns;
import io.painchain.connector.list.PageTurns;
import io.painchain.gitlab.api.record.git.Ref;
import io.painchain.gitlab.project.ProjectReader;

/** Matching branches with their heads; {@code problems} are sentences about what the list left out. */
record TrackedBranches(Map<String, String> heads, List<String> problems) {

    private static final int MOST = 100;
    private static final int PAGES = 30;

    static TrackedBranches read(ProjectReader reader, BranchPatterns patterns) {
        Map<String, String> heads = new TreeMap<>();
        int left = 0;
        PageTurns<Ref> turns = reader.turns("/repository/branches?per_page=100", PAGES, Ref.class);
        while (turns.more()) {
            for (Ref branch : turns.turn().items()) {
                boolean tracked = branch.sha() != null && patterns.match(branch.name());
                left += tracked && heads.size() == MOST ? 1 : 0;
                if (tracked && heads.size() < MOST) {
                    heads.put(branch.name(), branch.sha());
                }
            }
        }
        return new TrackedBranches(heads, problems(left, turns.cut()));
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
