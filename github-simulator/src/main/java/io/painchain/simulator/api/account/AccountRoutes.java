package io.painchain.simulator.api.account;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.LiveSource;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.api.call.Source;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.limit.Quota;
import io.painchain.simulator.limit.RateLimits;
import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.render.AccountJson;
import io.painchain.simulator.render.repository.RepositoryJson;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/** Who the token belongs to, what repositories it sees and what is left of its quota. */
public final class AccountRoutes {

    private final World world;
    private final RateLimits limits;
    private volatile String version = "3.17.4";

    public AccountRoutes(World world, RateLimits limits) {
        this.world = world;
        this.limits = limits;
    }

    public void enterprise(String installed) {
        version = installed;
    }

    public static List<ServedRoute> served() {
        return Stream.of("/user", "/user/repos", "/orgs/{owner}/repos", "/users/{owner}/repos", "/installation/repositories",
                "/search/repositories", "/rate_limit", "/meta").map(path -> new ServedRoute("GET", path)).toList();
    }

    public Optional<Target> find(String path) {
        String[] parts = path.split("/");
        if (path.equals("/user")) {
            return target("/user", path, this::user);
        }
        if (path.equals("/user/repos")) {
            return target("/user/repos", path, (inquiry, grant) -> repositories(inquiry, grant, any -> true));
        }
        if (path.equals("/installation/repositories")) {
            return target(path, path, this::installed);
        }
        if (path.equals("/meta")) {
            return target("/meta", path, this::meta);
        }
        if (path.equals("/rate_limit")) {
            return Optional.of(new AccountTarget("/rate_limit", path, true, RateResource.CORE, this::rateLimit));
        }
        if (path.equals("/search/repositories")) {
            return Optional.of(new AccountTarget(path, path, false, RateResource.SEARCH, this::search));
        }
        boolean ofOwner = parts.length == 4 && parts[3].equals("repos")
                && (parts[1].equals("orgs") || parts[1].equals("users"));
        return ofOwner ? target("/" + parts[1] + "/{owner}/repos", path, (inquiry, grant) -> repositories(inquiry,
                grant, repository -> repository.owner().login().equalsIgnoreCase(parts[2]))) : Optional.empty();
    }

    private static Optional<Target> target(String route, String path, AccountTarget.Opener opener) {
        return Optional.of(new AccountTarget(route, path, false, RateResource.CORE, opener));
    }

    /** Only Enterprise servers tell their version. */
    private Source meta(Inquiry inquiry, TokenGrant grant) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("verifiable_password_authentication", false);
        return new LiveSource(0, () -> Answer
                .of(inquiry.prefix().isEmpty() ? body : body.put("installed_version", version)));
    }

    private Source installed(Inquiry inquiry, TokenGrant grant) throws ApiException {
        if (grant.installation() == 0) {
            throw new ApiException(403, "You must authenticate with an installation access token in order to list "
                    + "repositories for an installation.");
        }
        Collection<Repository> all = world.repositories();
        return new LiveSource(stamp(all), () -> {
            List<Repository> seen = all.stream().filter(grant::covers).toList();
            Page<Repository> page = Page.of(seen, inquiry.query(), inquiry.base() + inquiry.path());
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("total_count", seen.size())
                    .put("repository_selection", grant.selection());
            body.set("repositories", page.array(
                    repository -> repository.read(() -> RepositoryJson.listed(inquiry.links(), repository))));
            return page.linked(Answer.of(body));
        });
    }

    private Source user(Inquiry inquiry, TokenGrant grant) throws ApiException {
        requireLogin(grant);
        if (grant.installation() != 0) {
            throw new ApiException(403, grant.refusal());
        }
        return new LiveSource(world.version(),
                () -> Answer.of(AccountJson.authenticated(inquiry.links(), world.account(grant.login()))));
    }

    private Source repositories(Inquiry inquiry, TokenGrant grant, Predicate<Repository> wanted) throws ApiException {
        requireLogin(grant);
        Collection<Repository> all = world.repositories();
        return new LiveSource(stamp(all), () -> {
            List<Repository> seen = all.stream().filter(wanted).filter(grant::sees).sorted(order(inquiry.query()))
                    .toList();
            return partial(grant, Page.of(seen, inquiry.query(), inquiry.base() + inquiry.path())
                    .answer(repository -> repository.read(() -> RepositoryJson.listed(inquiry.links(), repository))));
        });
    }

    private Source search(Inquiry inquiry, TokenGrant grant) throws ApiException {
        List<Repository> all = List.copyOf(world.repositories());
        return new LiveSource(stamp(all), () -> partial(grant, SearchRoutes.repositories(inquiry, grant, all)));
    }

    /** A list without the organisations whose single sign-on is missing says so in a header alone. */
    private Answer partial(TokenGrant grant, Answer answer) {
        String organizations = grant.withoutSso().stream().map(name -> Long.toString(world.organization(name).id()))
                .sorted().collect(Collectors.joining(","));
        return organizations.isEmpty() ? answer
                : answer.with("X-GitHub-SSO", "partial-results; organizations=" + organizations);
    }

    private long stamp(Collection<Repository> repositories) {
        return repositories.stream().mapToLong(Repository::version).sum() + world.version() * 1_000_003;
    }

    private static Comparator<Repository> order(Query query) {
        String sort = query.get("sort", "full_name");
        Comparator<Repository> ascending = switch (sort) {
            case "pushed" -> Comparator.comparing(Repository::pushedAt);
            case "updated" -> Comparator.comparing(Repository::updatedAt);
            case "created" -> Comparator.comparing(Repository::createdAt);
            default -> Comparator.comparing(Repository::fullName);
        };
        ascending = ascending.thenComparing(Repository::id);
        String otherwise = sort.equals("full_name") ? "asc" : "desc";
        return query.get("direction", otherwise).equals("asc") ? ascending : ascending.reversed();
    }

    private Source rateLimit(Inquiry inquiry, TokenGrant grant) throws ApiException {
        if (!limits.settings().limited()) {
            throw new ApiException(404, "Rate limiting is not enabled.");
        }
        ObjectNode resources = JsonNodeFactory.instance.objectNode();
        for (RateResource resource : RateResource.values()) {
            Quota quota = limits.quota(grant.budget(), resource, grant.limit(resource));
            resources.set(resource.wireName(), quota(quota, resource.wireName()));
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set("resources", resources);
        body.set("rate", resources.get("core"));
        return new LiveSource(body.hashCode(), () -> Answer.of(body));
    }

    private static ObjectNode quota(Quota quota, String resource) {
        return JsonNodeFactory.instance.objectNode().put("limit", quota.limit()).put("used", quota.used())
                .put("remaining", quota.remaining()).put("reset", quota.resetAt().getEpochSecond())
                .put("resource", resource);
    }

    private static void requireLogin(TokenGrant grant) throws ApiException {
        if (grant.login() == null) {
            throw new ApiException(401, "Requires authentication");
        }
    }
}
