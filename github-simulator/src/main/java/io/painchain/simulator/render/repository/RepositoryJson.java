package io.painchain.simulator.render.repository;

import static io.painchain.simulator.render.Links.object;

import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.render.Links;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.render.Times;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** Repositories, in the three sizes that answers use. */
public final class RepositoryJson {

    /** Fields that only hold an address below the repository's own: name and what follows. */
    private static final List<String> ADDRESSES = List.of("forks_url=/forks", "keys_url=/keys{/key_id}",
            "collaborators_url=/collaborators{/collaborator}", "teams_url=/teams", "hooks_url=/hooks",
            "issue_events_url=/issues/events{/number}", "events_url=/events", "assignees_url=/assignees{/user}",
            "branches_url=/branches{/branch}", "tags_url=/tags", "blobs_url=/git/blobs{/sha}",
            "git_tags_url=/git/tags{/sha}", "git_refs_url=/git/refs{/sha}", "trees_url=/git/trees{/sha}",
            "statuses_url=/statuses/{sha}", "languages_url=/languages", "stargazers_url=/stargazers",
            "contributors_url=/contributors", "subscribers_url=/subscribers", "subscription_url=/subscription",
            "commits_url=/commits{/sha}", "git_commits_url=/git/commits{/sha}", "comments_url=/comments{/number}",
            "issue_comment_url=/issues/comments{/number}", "contents_url=/contents/{+path}",
            "compare_url=/compare/{base}...{head}", "merges_url=/merges", "archive_url=/{archive_format}{/ref}",
            "downloads_url=/downloads", "issues_url=/issues{/number}", "pulls_url=/pulls{/number}",
            "milestones_url=/milestones{/number}", "notifications_url=/notifications{?since,all,participating}",
            "labels_url=/labels{/name}", "releases_url=/releases{/id}", "deployments_url=/deployments");

    private RepositoryJson() {
    }

    /** As workflow runs carry it. */
    public static ObjectNode minimal(Links links, Repository repository) {
        return links.once("minimal", repository, subject -> renderMinimal(links, subject));
    }

    /** As the branches of pull requests carry it. */
    public static ObjectNode simple(Links links, Repository repository) {
        return links.once("simple", repository, subject -> renderSimple(links, subject));
    }

    /** As lists of repositories show it to who may do this. */
    public static ObjectNode listed(Links links, Repository repository) {
        ObjectNode node = renderSimple(links, repository);
        node.set("permissions", object().put("admin", false).put("maintain", false).put("push", true)
                .put("triage", true).put("pull", true));
        return node;
    }

    /** As the repository itself is answered. */
    public static ObjectNode full(Links links, Repository repository) {
        ObjectNode node = listed(links, repository);
        node.put("temp_clone_token", "").put("allow_squash_merge", true).put("allow_merge_commit", true)
                .put("allow_rebase_merge", true).put("allow_auto_merge", false).put("delete_branch_on_merge", true)
                .put("allow_update_branch", false).put("network_count", 0).put("subscribers_count", 1);
        if (repository.owner().kind() == Account.Kind.ORGANIZATION) {
            node.set("organization", links.account(repository.owner()));
        }
        return node;
    }

    /** The form that the head and base of a pull request have in feed events. */
    public static ObjectNode reference(Links links, Repository repository) {
        return object().put("id", repository.id()).put("url", links.api(repository)).put("name", repository.name());
    }

    private static ObjectNode renderMinimal(Links links, Repository repository) {
        String url = links.api(repository);
        ObjectNode node = object().put("id", repository.id()).put("node_id", NodeIds.of("R", repository.id()))
                .put("name", repository.name()).put("full_name", repository.fullName())
                .put("private", repository.isPrivate());
        node.set("owner", links.account(repository.owner()));
        node.put("html_url", links.html(repository)).put("description", repository.description())
                .put("fork", repository.isFork()).put("url", url);
        for (String address : ADDRESSES) {
            int equals = address.indexOf('=');
            node.put(address.substring(0, equals), url + address.substring(equals + 1));
        }
        return node;
    }

    private static ObjectNode renderSimple(Links links, Repository repository) {
        String host = links.html().replaceFirst("^https?://", "");
        String path = repository.fullName() + ".git";
        int open = repository.issues().openCount();
        ObjectNode node = renderMinimal(links, repository);
        node.put("created_at", Times.of(repository.createdAt())).put("updated_at", Times.of(repository.updatedAt()))
                .put("pushed_at", Times.of(repository.pushedAt())).put("git_url", "git://" + host + "/" + path)
                .put("ssh_url", "git@" + host + ":" + path).put("clone_url", links.html() + "/" + path)
                .put("svn_url", links.html(repository)).put("homepage", repository.settings().homepage()).put("size", 108)
                .put("stargazers_count", 0).put("watchers_count", 0).put("language", repository.language())
                .put("has_issues", repository.settings().hasIssues()).put("has_projects", true).put("has_downloads", true)
                .put("has_wiki", repository.settings().hasWiki())
                .put("has_pages", false).put("has_discussions", false).put("forks_count", 0).putNull("mirror_url")
                .put("archived", repository.settings().archived()).put("disabled", false).put("open_issues_count", open)
                .putNull("license")
                .put("allow_forking", true).put("is_template", false).put("web_commit_signoff_required", false);
        if (!repository.settings().hasPullRequests()) {
            node.put("has_pull_requests", false);
        }
        node.putArray("topics");
        return node.put("visibility", repository.isPrivate() ? "private" : "public").put("forks", 0)
                .put("open_issues", open).put("watchers", 0).put("default_branch", repository.defaultBranch());
    }
}
