package io.painchain.simulator.render.git;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.world.git.FileChange;
import io.painchain.simulator.world.repository.Repository;

/** Changed files of commits, comparisons and pull requests. */
public final class FileJson {

    private FileJson() {
    }

    public static ObjectNode file(Links links, Repository repository, String sha, FileChange file) {
        String path = file.filename().replace(" ", "%20");
        ObjectNode node = object().put("sha", blob(file)).put("filename", file.filename()).put("status", file.status())
                .put("additions", file.additions()).put("deletions", file.deletions()).put("changes", file.changes())
                .put("blob_url", links.html(repository) + "/blob/" + sha + "/" + path)
                .put("raw_url", links.html(repository) + "/raw/" + sha + "/" + path)
                .put("contents_url", links.api(repository) + "/contents/" + path + "?ref=" + sha);
        if (file.changes() > 0) {
            node.put("patch", "@@ -1," + file.deletions() + " +1," + file.additions() + " @@");
        }
        if (file.previousFilename() != null) {
            node.put("previous_filename", file.previousFilename());
        }
        return node;
    }

    private static String blob(FileChange file) {
        return String.format("%08x", file.hashCode()).repeat(5);
    }
}
