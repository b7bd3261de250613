package io.painchain.simulator.render.pull;

import static io.painchain.simulator.render.Links.object;

import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Associations;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.pull.Review;

/** Reviews. */
public final class ReviewJson {

    private ReviewJson() {
    }

    public static ObjectNode review(Links links, PullRequest pull, Review review) {
        String html = links.html(pull.base()) + "/pull/" + pull.number() + "#pullrequestreview-" + review.id();
        String pullUrl = links.api(pull.base()) + "/pulls/" + pull.number();
        ObjectNode node = object().put("id", review.id()).put("node_id", NodeIds.of("PRR", pull.base().id(), review.id()));
        node.set("user", links.account(review.author()));
        node.put("body", review.body()).put("state", review.state()).put("html_url", html)
                .put("pull_request_url", pullUrl)
                .put("author_association", Associations.of(pull.base(), review.author()));
        ObjectNode relations = object();
        relations.set("html", object().put("href", html));
        relations.set("pull_request", object().put("href", pullUrl));
        node.set("_links", relations);
        if (review.submittedAt() != null) {
            node.put("submitted_at", Times.of(review.submittedAt()));
        }
        return node.put("commit_id", review.commitId());
    }

    /** Events and webhooks write the state in lower case. */
    public static ObjectNode inFeed(Links links, PullRequest pull, Review review) {
        return review(links, pull, review).put("state", review.state().toLowerCase(Locale.ROOT));
    }
}
