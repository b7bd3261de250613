package io.painchain.simulator.render;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.world.Repository;

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
}
