package io.painchain.simulator.api.account;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.LiveSource;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.api.call.Source;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.limit.RateResource;
import io.painchain.simulator.render.AccountJson;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.account.Membership;

/** Users, and who belongs to organisations and their teams. */
public final class MemberRoutes {

    private static final String USER = "/users/{login}";
    private static final String MEMBERS = "/orgs/{owner}/members";
    private static final String TEAMS = "/orgs/{owner}/teams";
    private static final String TEAM = "/orgs/{owner}/teams/{team}/members";

    private final World world;

    public MemberRoutes(World world) {
        this.world = world;
    }

    public static List<ServedRoute> served() {
        return Stream.of(USER, MEMBERS, TEAMS, TEAM).map(path -> new ServedRoute("GET", path)).toList();
    }

    public Optional<Target> find(String path) {
        String[] parts = path.split("/");
        if (parts.length == 3 && parts[1].equals("users")) {
            return target(USER, path, (inquiry, grant) -> user(inquiry, parts[2]));
        }
        if (parts.length < 4 || !parts[1].equals("orgs")) {
            return Optional.empty();
        }
        if (parts.length == 4 && parts[3].equals("members")) {
            return target(MEMBERS, path, (inquiry, grant) -> people(inquiry, membership(parts[2]).members()));
        }
        if (parts.length == 4 && parts[3].equals("teams")) {
            return target(TEAMS, path, (inquiry, grant) -> teams(inquiry, membership(parts[2]).teams()));
        }
        boolean ofTeam = parts.length == 6 && parts[3].equals("teams") && parts[5].equals("members");
        return ofTeam ? target(TEAM, path, (inquiry, grant) -> people(inquiry, membership(parts[2]).team(parts[4])))
                : Optional.empty();
    }

    private static Optional<Target> target(String route, String path, AccountTarget.Opener opener) {
        return Optional.of(new AccountTarget(route, path, false, RateResource.CORE, (inquiry, grant) -> {
            requireLogin(grant);
            return opener.open(inquiry, grant);
        }));
    }

    private Membership membership(String owner) throws ApiException {
        Account account = world.findAccount(owner);
        if (account == null || account.kind() != Account.Kind.ORGANIZATION) {
            throw ApiException.notFound();
        }
        return world.membership(owner);
    }

    private Source user(Inquiry inquiry, String login) throws ApiException {
        Account account = world.findAccount(decoded(login));
        if (account == null || account.deleted()) {
            throw ApiException.notFound();
        }
        return new LiveSource(account.id(),
                () -> Answer.of(AccountJson.simple(inquiry.links(), account).put("name", account.name())));
    }

    private Source people(Inquiry inquiry, List<String> logins) throws ApiException {
        if (logins == null) {
            throw ApiException.notFound();
        }
        return new LiveSource(logins.hashCode(), () -> Page.of(logins, inquiry.query(), inquiry.base() + inquiry.path())
                .answer(login -> AccountJson.simple(inquiry.links(), world.account(login))));
    }

    private static Source teams(Inquiry inquiry, List<String> slugs) {
        return new LiveSource(slugs.hashCode(), () -> Page.of(slugs, inquiry.query(), inquiry.base() + inquiry.path())
                .answer(slug -> JsonNodeFactory.instance.objectNode().put("id", Math.floorMod(slug.hashCode(), 1_000_000))
                        .put("name", slug).put("slug", slug).put("privacy", "closed").put("permission", "push")));
    }

    private static String decoded(String segment) {
        return URLDecoder.decode(segment, StandardCharsets.UTF_8);
    }

    private static void requireLogin(TokenGrant grant) throws ApiException {
        if (grant.login() == null) {
            throw new ApiException(401, "Requires authentication");
        }
    }
}
