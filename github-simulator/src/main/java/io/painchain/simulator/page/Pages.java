package io.painchain.simulator.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.http.HttpRequest;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.git.Commit;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;
import io.painchain.simulator.world.run.WorkflowRun;

/** Finds the page for a browser's address. */
public final class Pages {

    private static final Pattern ADDRESS = Pattern.compile("/([^/]+/[^/]+)(?:/(.*))?");
    private static final Pattern NUMBERED = Pattern.compile("(pull|issues|actions/runs)/([0-9]{1,15})(/.*)?");

    private final World world;

    public Pages(World world) {
        this.world = world;
    }

    /** The page; nothing where a program asks or the address is not one of a repository. */
    public Optional<HttpResponse> find(HttpRequest request) {
        Matcher address = ADDRESS.matcher(request.path());
        boolean browser = request.method().equals("GET") && request.headers().get("Accept", "").contains("text/html");
        if (!browser || !address.matches()) {
            return Optional.empty();
        }
        String rest = address.group(2) == null ? "" : decode(address.group(2));
        return world.find(address.group(1)).or(() -> world.moved(address.group(1)))
                .map(repository -> repository.read(() -> page(repository, rest)))
                .map(page -> HttpResponse.html(200, page.html()));
    }

    private static Page page(Repository repository, String path) {
        Matcher numbered = NUMBERED.matcher(path);
        if (numbered.matches()) {
            long number = Long.parseLong(numbered.group(2));
            return numbered.group(1).equals("actions/runs") ? run(repository, number) : issue(repository, number);
        }
        if (path.startsWith("commit/")) {
            return commit(repository, path.substring("commit/".length()));
        }
        if (path.startsWith("releases/tag/")) {
            return release(repository, path.substring("releases/tag/".length()));
        }
        return new Page(repository.fullName(), repository.description()).fact("Last push", repository.pushedAt())
                .fact("Open issues and pull requests", repository.issues().openCount());
    }

    private static Page issue(Repository repository, long number) {
        Issue issue = repository.issues().find((int) number);
        if (issue == null) {
            return missing(repository);
        }
        Page page = new Page(issue.title() + " #" + number, issue.body()).fact("Repository", repository.fullName())
                .fact("State", issue.open() ? "open" : issue.pull() != null && issue.pull().merged() ? "merged" : "closed")
                .fact("Author", name(issue.author())).fact("Opened", issue.createdAt())
                .fact("Closed", issue.closedAt());
        return issue.pull() == null ? page
                : page.fact("Branch", issue.pull().headRef())
                        .fact("Merge commit", issue.pull().mergeCommitSha());
    }

    private static Page run(Repository repository, long id) {
        WorkflowRun run = repository.runs().find(id).orElse(null);
        return run == null ? missing(repository)
                : new Page(run.workflow().name() + " #" + run.runNumber(),
                        run.displayTitle()).fact("Repository", repository.fullName()).fact("Branch", run.headBranch())
                        .fact("Commit", run.headCommit().sha()).fact("Attempt", run.latest().number())
                        .fact("Status", run.latest().status()).fact("Conclusion", run.latest().conclusion())
                        .fact("Started", run.latest().startedAt());
    }

    private static Page commit(Repository repository, String sha) {
        Commit commit = repository.git().commits().get(sha);
        return commit == null ? missing(repository)
                : new Page(commit.title(), commit.message())
                        .fact("Repository", repository.fullName()).fact("Commit", sha).fact("Author", name(commit.author()))
                        .fact("Date", commit.date()).fact("Lines", "+" + commit.additions() + " −" + commit.deletions());
    }

    private static Page release(Repository repository, String tag) {
        Release release = repository.releases().newestFirst().stream().filter(one -> one.tag().equals(tag)).findFirst()
                .orElse(null);
        return release == null ? missing(repository)
                : new Page(release.name() + " (" + tag + ")", release.body())
                        .fact("Repository", repository.fullName()).fact("Author", name(release.author()))
                        .fact("Published", release.publishedAt());
    }

    private static Page missing(Repository repository) {
        return new Page("Nothing here", "There is no such thing in " + repository.fullName() + ".");
    }

    private static String name(Account account) {
        return account.deleted() ? "ghost" : account.login();
    }

    private static String decode(String path) {
        return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
