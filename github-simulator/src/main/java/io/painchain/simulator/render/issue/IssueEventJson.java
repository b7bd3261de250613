package io.painchain.simulator.render.issue;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.issue.IssueEvent;
import io.painchain.simulator.world.repository.Repository;

/** Events of issues and pull requests. */
public final class IssueEventJson {

    private IssueEventJson() {
    }

    /** As the repository's list has it: with the issue as it is now. */
    public static ObjectNode ofRepository(Links links, Repository repository, IssueEvent event) {
        ObjectNode node = ofIssue(links, repository, event);
        node.set("issue", IssueJson.listed(links, repository, event.issue()));
        return node;
    }

    /** As the list of one issue has it. */
    public static ObjectNode ofIssue(Links links, Repository repository, IssueEvent event) {
        String url = links.api(repository);
        ObjectNode node = object().put("id", event.id()).put("node_id", NodeIds.of("IE", event.id())).put("url",
                url + "/issues/events/" + event.id());
        node.set("actor", links.account(event.actor()));
        node.put("event", event.event()).put("commit_id", event.commitId()).put("commit_url",
                event.commitId() == null ? null : url + "/commits/" + event.commitId());
        node.put("created_at", Times.of(event.createdAt()));
        if (event.label() != null) {
            node.set("label", object().put("name", event.label().name()).put("color", event.label().color()));
        }
        if (event.rename() != null) {
            node.set("rename", object().put("from", event.rename().from()).put("to", event.rename().to()));
        }
        if (event.event().equals("closed")) {
            node.put("state_reason", event.issue().stateReason());
        }
        return node.putNull("performed_via_github_app");
    }
}
