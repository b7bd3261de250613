package io.painchain.simulator.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map.Entry;

import io.painchain.simulator.render.BranchJson;

/** Branches and tags. */
final class BranchRoutes {

    private BranchRoutes() {
    }

    static Answer branches(RepositoryCall call) {
        List<Entry<String, String>> branches = List.copyOf(call.repository().git().branches().entrySet());
        return call.page(branches).answer(
                branch -> BranchJson.branch(call.links(), call.repository(), branch.getKey(), branch.getValue()));
    }

    static Answer tags(RepositoryCall call) {
        List<Entry<String, String>> tags = new ArrayList<>(call.repository().git().tags().entrySet());
        Collections.reverse(tags);
        return call.page(tags)
                .answer(tag -> BranchJson.tag(call.links(), call.repository(), tag.getKey(), tag.getValue()));
    }
}
