package io.painchain.simulator.render.feed;

import static io.painchain.simulator.render.Links.object;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.AccountJson;
import io.painchain.simulator.render.Associations;
import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.render.delivery.ReleaseJson;
import io.painchain.simulator.render.issue.IssueJson;
import io.painchain.simulator.render.issue.LabelJson;
import io.painchain.simulator.render.pull.PullRequestJson;
import io.painchain.simulator.render.pull.ReviewJson;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.feed.FeedEvent;
import io.painchain.simulator.world.feed.FeedPayload;
import io.painchain.simulator.world.repository.Repository;

/** Events of the feed, with payloads as they are since 2025-10-07 or, in full, as they were before. */
public final class FeedJson {

    private final Links links;
    private final Repository repository;
    private final boolean full;

    public FeedJson(Links links, Repository repository, boolean full) {
        this.links = links;
        this.repository = repository;
        this.full = full;
    }

    public ObjectNode event(FeedEvent event) {
        Account owner = repository.owner();
        ObjectNode node = object().put("id", Long.toString(event.id())).put("type", event.payload().type());
        node.set("actor", AccountJson.actor(links, event.actor()));
        node.set("repo", object().put("id", repository.id()).put("name", repository.fullName()).put("url",
                links.api(repository)));
        node.set("payload", payload(event.payload()));
        node.put("public", !repository.isPrivate()).put("created_at", Times.of(event.createdAt()));
        if (owner.kind() == Account.Kind.ORGANIZATION) {
            node.set("org", object().put("id", owner.id()).put("login", owner.login()).put("gravatar_id", "")
                    .put("url", links.api() + "/orgs/" + owner.login()).put("avatar_url", AccountJson.avatar(owner)));
        }
        return node;
    }

    private ObjectNode payload(FeedPayload payload) {
        if (payload instanceof FeedPayload.Pushed pushed) {
            return pushed(pushed);
        }
        if (payload instanceof FeedPayload.RefCreated created) {
            return ref(created.ref(), created.refType()).put("master_branch", repository.defaultBranch())
                    .put("description", repository.description()).put("pusher_type", "user");
        }
        if (payload instanceof FeedPayload.RefDeleted deleted) {
            return ref(deleted.ref(), deleted.refType()).put("pusher_type", "user");
        }
        if (payload instanceof FeedPayload.PullRequestChanged changed) {
            return pullRequest(changed);
        }
        if (payload instanceof FeedPayload.Reviewed reviewed) {
            return reviewed(reviewed);
        }
        if (payload instanceof FeedPayload.IssueChanged changed) {
            return issue(changed);
        }
        if (payload instanceof FeedPayload.Commented commented) {
            return commented(commented);
        }
        FeedPayload.ReleasePublished published = (FeedPayload.ReleasePublished) payload;
        ObjectNode node = object().put("action", "published");
        node.set("release", ReleaseJson.release(links, repository, published.release()));
        return node;
    }

    private ObjectNode pushed(FeedPayload.Pushed pushed) {
        ObjectNode node = object().put("repository_id", repository.id()).put("push_id", pushed.pushId());
        if (full) {
            node.put("size", pushed.commits().size()).put("distinct_size", pushed.commits().size());
        }
        node.put("ref", pushed.ref()).put("head", pushed.head()).put("before", pushed.before());
        if (full) {
            node.putArray("commits");
            pushed.commits().forEach(commit -> {
                ObjectNode item = node.withArray("commits").addObject().put("sha", commit.sha());
                item.set("author",
                        object().put("email", commit.author().email()).put("name", commit.author().name()));
                item.put("message", commit.message()).put("distinct", true).put("url",
                        links.api(repository) + "/commits/" + commit.sha());
            });
        }
        return node;
    }

    private ObjectNode ref(String ref, String type) {
        ObjectNode node = object().put("ref", ref).put("ref_type", type);
        return full ? node : node.put("full_ref", (type.equals("tag") ? "refs/tags/" : "refs/heads/") + ref);
    }

    /** A merge was once told as closed; today it is an action of its own. */
    private ObjectNode pullRequest(FeedPayload.PullRequestChanged changed) {
        String action = full && changed.action().equals("merged") ? "closed" : changed.action();
        ObjectNode node = object().put("action", action).put("number", changed.pull().number());
        node.set("pull_request", full ? PullRequestJson.full(links, changed.pull())
                : PullRequestJson.trimmed(links, changed.pull()));
        return node;
    }

    private ObjectNode reviewed(FeedPayload.Reviewed reviewed) {
        ObjectNode node = object().put("action", "created");
        ObjectNode review = ReviewJson.inFeed(links, reviewed.pull(), reviewed.review());
        node.set("review", full ? review : review.without("author_association"));
        node.set("pull_request", full ? PullRequestJson.listed(links, reviewed.pull())
                : PullRequestJson.trimmed(links, reviewed.pull()));
        return node;
    }

    private ObjectNode issue(FeedPayload.IssueChanged changed) {
        ObjectNode node = object().put("action", changed.action());
        node.set("issue", IssueJson.listed(links, repository, changed.issue()));
        if (changed.label() != null) {
            node.set("label", LabelJson.label(links, repository, changed.label()));
        }
        return node;
    }

    private ObjectNode commented(FeedPayload.Commented commented) {
        String url = links.api(repository) + "/issues/comments/" + commented.comment().id();
        ObjectNode node = object().put("action", "created");
        node.set("issue", IssueJson.listed(links, repository, commented.issue()));
        ObjectNode comment = object().put("url", url)
                .put("html_url", links.html(repository) + "/issues/" + commented.issue().number() + "#issuecomment-"
                        + commented.comment().id())
                .put("issue_url", links.api(repository) + "/issues/" + commented.issue().number())
                .put("id", commented.comment().id()).put("node_id", NodeIds.of("IC", commented.comment().id()));
        comment.set("user", links.account(commented.comment().author()));
        String at = Times.of(commented.comment().createdAt());
        comment.put("created_at", at).put("updated_at", at);
        if (full) {
            comment.put("author_association", Associations.of(repository, commented.comment().author()));
        }
        comment.put("body", commented.comment().body());
        comment.set("reactions", IssueJson.reactions(url));
        node.set("comment", comment.putNull("performed_via_github_app"));
        return node;
    }
}
