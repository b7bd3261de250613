package io.painchain.simulator.graphql.field;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import graphql.schema.idl.TypeRuntimeWiring;
import io.painchain.simulator.graphql.connection.Connection;
import io.painchain.simulator.graphql.connection.Order;
import io.painchain.simulator.graphql.session.Area;
import io.painchain.simulator.graphql.session.Asked;
import io.painchain.simulator.graphql.session.Refusal;
import io.painchain.simulator.render.NodeIds;
import io.painchain.simulator.world.deployment.Deployment;
import io.painchain.simulator.world.issue.Issue;
import io.painchain.simulator.world.pull.PullRequest;
import io.painchain.simulator.world.release.Release;
import io.painchain.simulator.world.repository.Repository;

/** Repositories and their lists. */
public final class RepositoryFields {

    private RepositoryFields() {
    }

    public static Stream<TypeRuntimeWiring.Builder> all() {
        Fields<Repository> fields = Fields.<Repository> of("Repository")
                .field("id", repository -> NodeIds.of("R", repository.id()))
                .field("databaseId", repository -> Fields.asInt(repository.id())).field("name", Repository::name)
                .field("nameWithOwner", Repository::fullName).field("owner", Repository::owner)
                .field("description", Repository::description)
                .field("homepageUrl", repository -> repository.settings().homepage())
                .asked("url", (repository, asked) -> asked.links().html(repository))
                .field("isArchived", repository -> repository.settings().archived()).field("isDisabled", repository -> false)
                .field("isEmpty", repository -> false).field("isFork", repository -> false)
                .field("isPrivate", Repository::isPrivate)
                .field("visibility", repository -> repository.isPrivate() ? "PRIVATE" : "PUBLIC")
                .field("hasIssuesEnabled", repository -> repository.settings().hasIssues())
                .field("hasWikiEnabled", repository -> repository.settings().hasWiki())
                .field("createdAt", Repository::createdAt).field("updatedAt", Repository::updatedAt)
                .field("pushedAt", Repository::pushedAt);
        lists(fields);
        single(fields);
        RefFields.ofRepository(fields);
        return Stream.of(fields.wiring());
    }

    private static void lists(Fields<Repository> fields) {
        fields.asked("pullRequests", RepositoryFields::pulls).asked("issues", RepositoryFields::issues)
                .asked("releases", RepositoryFields::releases).asked("deployments", RepositoryFields::deployments)
                .asked("labels", (repository, asked) -> Connection
                        .of(Order.asIs(repository.read(repository.labels()::all)), asked, label -> label));
    }

    private static void single(Fields<Repository> fields) {
        fields.asked("pullRequest", RepositoryFields::pull).asked("issue", RepositoryFields::issue)
                .asked("release", (repository, asked) -> release(repository, asked, asked.argument("tagName")))
                .asked("latestRelease", (repository, asked) -> release(repository, asked, null));
    }

    private static Object pulls(Repository repository, Asked asked) {
        boolean readable = asked.mayRead(repository, Area.PULL_REQUESTS);
        return repository.read(() -> {
            List<PullRequest> pulls = repository.pulls().all().stream()
                    .filter(pull -> asked.allows("states", PullFields.state(pull)))
                    .filter(pull -> !asked.has("baseRefName") || pull.baseRef().equals(asked.argument("baseRefName")))
                    .filter(pull -> !asked.has("headRefName") || pull.headRef().equals(asked.argument("headRefName")))
                    .toList();
            Order<PullRequest> order = order(pulls, asked, pull -> threadKey(asked, pull.issue()),
                    PullRequest::number);
            return Connection.of(order, asked, PullRequest::snapshot, readable);
        });
    }

    private static Object issues(Repository repository, Asked asked) {
        boolean readable = asked.mayRead(repository, Area.ISSUES);
        return repository.read(() -> {
            List<Issue> issues = repository.issues().all().stream().filter(issue -> issue.pull() == null)
                    .filter(issue -> asked.allows("states", issue.open() ? "OPEN" : "CLOSED"))
                    .filter(issue -> !asked.has("labels")
                            || issue.labels().stream().anyMatch(label -> asked.allows("labels", label.name())))
                    .toList();
            Order<Issue> order = order(issues, asked, issue -> threadKey(asked, issue), Issue::number);
            return Connection.of(order, asked, issue -> new In<>(repository, issue.snapshot()), readable);
        });
    }

    private static Object releases(Repository repository, Asked asked) {
        List<Release> releases = repository.read(() -> repository.releases().newestFirst());
        Order<Release> order = asked.has("orderBy")
                ? order(releases, asked, release -> seconds(release.createdAt()), Release::id)
                : Order.by(releases, release -> seconds(release.createdAt()), Release::id, true);
        return Connection.of(order, asked, release -> new In<>(repository, release),
                asked.mayRead(repository, Area.CONTENTS));
    }

    /** Oldest first unless asked otherwise, as on GitHub. */
    private static Object deployments(Repository repository, Asked asked) {
        List<Deployment> deployments = repository.read(() -> repository.deployments().newestFirst()).stream()
                .filter(deployment -> asked.allows("environments", deployment.environment())).toList();
        Order<Deployment> order = order(deployments, asked, deployment -> seconds(deployment.createdAt()),
                Deployment::id);
        return Connection.of(order, asked, deployment -> new In<>(repository, deployment),
                asked.mayRead(repository, Area.DEPLOYMENTS));
    }

    private static Object pull(Repository repository, Asked asked) {
        asked.require(repository, Area.PULL_REQUESTS);
        int number = asked.argument("number");
        return repository.read(() -> repository.pulls().find(number).map(PullRequest::snapshot)).orElseThrow(
                () -> Refusal.notFound("Could not resolve to a PullRequest with the number of " + number + "."));
    }

    private static Object issue(Repository repository, Asked asked) {
        asked.require(repository, Area.ISSUES);
        int number = asked.argument("number");
        return Optional.ofNullable(repository.read(() -> repository.issues().find(number)))
                .filter(issue -> issue.pull() == null)
                .map(issue -> new In<>(repository, repository.read(issue::snapshot))).orElseThrow(
                        () -> Refusal.notFound("Could not resolve to an Issue with the number of " + number + "."));
    }

    /** The release of a tag; without one the newest that is final. */
    private static Object release(Repository repository, Asked asked, String tag) {
        asked.require(repository, Area.CONTENTS);
        return repository.read(() -> repository.releases().newestFirst()).stream()
                .filter(release -> tag == null ? !release.draft() && !release.prerelease()
                        : release.tag().equals(tag))
                .findFirst().map(release -> new In<>(repository, release)).orElse(null);
    }

    private static <T> Order<T> order(List<T> items, Asked asked, ToLongFunction<T> sort, ToLongFunction<T> id) {
        Map<String, Object> order = asked.argument("orderBy");
        boolean descending = order != null && order.get("direction").equals("DESC");
        return Order.by(items, sort, id, descending);
    }

    /** What issues and pull requests are sorted by. */
    private static long threadKey(Asked asked, Issue issue) {
        Map<String, Object> order = asked.argument("orderBy");
        String field = order == null ? "CREATED_AT" : order.get("field").toString();
        return switch (field) {
            case "UPDATED_AT" -> seconds(issue.updatedAt());
            case "COMMENTS" -> issue.comments();
            default -> seconds(issue.createdAt());
        };
    }

    static Order<Repository> order(List<Repository> repositories, Map<String, Object> order) {
        String field = order == null ? "NAME" : order.get("field").toString();
        boolean descending = order != null && order.get("direction").equals("DESC");
        ToLongFunction<Repository> sort = switch (field) {
            case "CREATED_AT" -> repository -> seconds(repository.createdAt());
            case "UPDATED_AT" -> repository -> seconds(repository.updatedAt());
            case "PUSHED_AT" -> repository -> seconds(repository.pushedAt());
            default -> null;
        };
        if (sort != null) {
            return Order.by(repositories, sort, Repository::id, descending);
        }
        Comparator<Repository> byName = Comparator.comparing(Repository::name);
        List<Repository> sorted = new ArrayList<>(repositories);
        sorted.sort(descending ? byName.reversed() : byName);
        return Order.asIs(sorted);
    }

    private static long seconds(Instant moment) {
        return moment.getEpochSecond();
    }
}
