package io.painchain.simulator.render.git;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.repository.Repository;

/** Branches and tags. */
public final class BranchJson {

    private BranchJson() {
    }

    public static ObjectNode branch(Links links, Repository repository, String name, String sha) {
        ObjectNode node = object().put("name", name);
        node.set("commit", reference(links, repository, sha));
        return node.put("protected", false);
    }

    public static ObjectNode tag(Links links, Repository repository, String name, String sha) {
        String url = links.api(repository);
        ObjectNode node = object().put("name", name).put("zipball_url", url + "/zipball/refs/tags/" + name)
                .put("tarball_url", url + "/tarball/refs/tags/" + name);
        node.set("commit", reference(links, repository, sha));
        return node.put("node_id", NodeIds.of("REF", name.hashCode()));
    }

    private static ObjectNode reference(Links links, Repository repository, String sha) {
        return object().put("sha", sha).put("url", links.api(repository) + "/commits/" + sha);
    }

    /** A branch asked for by its name, with its commit. */
    public static ObjectNode single(Links links, Repository repository, String name, Commit commit) {
        ObjectNode node = object().put("name", name);
        node.set("commit", CommitJson.listed(links, repository, commit));
        return node.put("protected", false);
    }

    /** A reference, as {@code refs/heads/main}; an annotated tag's leads to the tag's own object. */
    public static ObjectNode gitRef(Links links, Repository repository, String ref, String sha) {
        String url = links.api(repository) + "/git/";
        ObjectNode node = object().put("ref", ref).put("node_id", NodeIds.of("REF", repository.id(), ref.hashCode()))
                .put("url", url + ref);
        String tag = repository.git().annotation(ref.replaceFirst("^refs/tags/", ""));
        node.set("object", tag == null ? object().put("sha", sha).put("type", "commit").put("url", url + "commits/" + sha)
                : object().put("sha", tag).put("type", "tag").put("url", url + "tags/" + tag));
        return node;
    }
}
