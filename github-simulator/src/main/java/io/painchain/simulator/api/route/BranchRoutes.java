package io.painchain.simulator.api.route;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.repository.RepositoryCall;
import io.painchain.simulator.render.git.BranchJson;
import io.painchain.simulator.world.git.Git;
import io.painchain.simulator.world.repository.Repository;

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

    static Answer branch(RepositoryCall call) throws ApiException {
        Git git = call.repository().git();
        String name = decode(call.parameter("ref"));
        if (!git.branches().containsKey(name)) {
            throw new ApiException(404, "Branch not found");
        }
        return Answer.of(BranchJson.single(call.links(), call.repository(), name, git.commits().get(git.head(name))));
    }

    /** All references that begin so, in alphabetical order and without pages, as GitHub has it; none is an empty list. */
    static Answer matchingRefs(RepositoryCall call) {
        String prefix = "refs/" + decode(call.parameter("ref"));
        ArrayNode refs = JsonNodeFactory.instance.arrayNode();
        refs(call.repository()).entrySet().stream().filter(ref -> ref.getKey().startsWith(prefix))
                .forEach(ref -> refs
                        .add(BranchJson.gitRef(call.links(), call.repository(), ref.getKey(), ref.getValue())));
        return Answer.of(refs);
    }

    static Answer gitRef(RepositoryCall call) throws ApiException {
        String name = "refs/" + decode(call.parameter("ref"));
        String sha = refs(call.repository()).get(name);
        if (sha == null) {
            throw ApiException.notFound();
        }
        return Answer.of(BranchJson.gitRef(call.links(), call.repository(), name, sha));
    }

    private static Map<String, String> refs(Repository repository) {
        Map<String, String> refs = new TreeMap<>();
        repository.git().branches().forEach((name, sha) -> refs.put("refs/heads/" + name, sha));
        repository.git().tags().forEach((name, sha) -> refs.put("refs/tags/" + name, sha));
        return refs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
