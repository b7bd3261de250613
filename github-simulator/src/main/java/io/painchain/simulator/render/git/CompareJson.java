package io.painchain.simulator.render.git;

import static io.painchain.simulator.render.Links.object;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.repository.Repository;

/** Comparisons of two commits. */
public final class CompareJson {

    private CompareJson() {
    }

    /** The two ends, what they share, and how far they are apart. */
    public record Comparison(Commit base, Commit head, Commit mergeBase, List<Commit> ahead, int behind) {

        String status() {
            if (ahead.isEmpty()) {
                return behind == 0 ? "identical" : "behind";
            }
            return behind == 0 ? "ahead" : "diverged";
        }
    }

    /** The comparison with one page of its commits; files come with the first page only. */
    public static ObjectNode comparison(Links links, Repository repository, Comparison comparison,
            List<Commit> pageOfCommits, boolean withFiles) {
        String range = comparison.base().sha() + "..." + comparison.head().sha();
        String html = links.html(repository) + "/compare/" + range;
        ObjectNode node = object().put("url", links.api(repository) + "/compare/" + range).put("html_url", html)
                .put("permalink_url", html).put("diff_url", html + ".diff").put("patch_url", html + ".patch");
        node.set("base_commit", CommitJson.listed(links, repository, comparison.base()));
        node.set("merge_base_commit", CommitJson.listed(links, repository, comparison.mergeBase()));
        node.put("status", comparison.status()).put("ahead_by", comparison.ahead().size())
                .put("behind_by", comparison.behind()).put("total_commits", comparison.ahead().size());
        node.putArray("commits");
        pageOfCommits.forEach(commit -> node.withArray("commits").add(CommitJson.listed(links, repository, commit)));
        node.putArray("files");
        if (withFiles) {
            FileChange.together(comparison.ahead()).forEach(file -> node.withArray("files")
                    .add(FileJson.file(links, repository, comparison.head().sha(), file)));
        }
        return node;
    }
}
