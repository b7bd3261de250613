package io.painchain.simulator.api.app;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.api.auth.App;
import io.painchain.simulator.api.auth.Apps;
import io.painchain.simulator.api.auth.Installation;
import io.painchain.simulator.api.auth.Permission;
import io.painchain.simulator.api.auth.TokenGrant;
import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.api.call.Inquiry;
import io.painchain.simulator.api.call.Page;
import io.painchain.simulator.api.call.ServedRoute;
import io.painchain.simulator.api.target.Target;
import io.painchain.simulator.render.repository.AppJson;
import io.painchain.simulator.render.repository.RepositoryJson;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.account.Account;
import io.painchain.simulator.world.repository.Repository;

/** What Apps ask about themselves, and the tokens that they get for an installation. */
public final class AppRoutes {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern INSTALLATION = Pattern.compile("/app/installations/([0-9]{1,18})(/access_tokens)?");
    private static final Pattern OF_REPOSITORY = Pattern.compile("/repos/([^/]+/[^/]+)/installation");

    private final World world;
    private final Apps apps;
    private final AppHookRoutes hooks;

    public AppRoutes(World world, Apps apps) {
        this.world = world;
        this.apps = apps;
        this.hooks = new AppHookRoutes(apps);
    }

    public static List<ServedRoute> served() {
        return Stream.concat(AppHookRoutes.served().stream(),
                Stream.of(new ServedRoute("GET", "/app"), new ServedRoute("GET", "/app/installations"),
                        new ServedRoute("GET", "/app/installations/{id}"),
                        new ServedRoute("POST", "/app/installations/{id}/access_tokens"),
                        new ServedRoute("GET", "/repos/{owner}/{repo}/installation")))
                .toList();
    }

    public Optional<Target> find(String path, String method) {
        if (path.equals("/app")) {
            return target("/app", path, "GET", method, (app, inquiry) -> Answer.of(app(app, inquiry)));
        }
        if (path.equals("/app/installations")) {
            return target(path, path, "GET", method, this::installations);
        }
        Matcher installation = INSTALLATION.matcher(path);
        if (installation.matches()) {
            long id = Long.parseLong(installation.group(1));
            return installation.group(2) == null
                    ? target("/app/installations/{id}", path, "GET", method,
                            (app, inquiry) -> Answer.of(shown(installation(app, id), inquiry)))
                    : target("/app/installations/{id}/access_tokens", path, "POST", method,
                            (app, inquiry) -> token(installation(app, id), inquiry));
        }
        if (path.startsWith("/app/hook/")) {
            return hooks.find(path, method);
        }
        Matcher ofRepository = OF_REPOSITORY.matcher(path);
        return ofRepository.matches() ? target("/repos/{owner}/{repo}/installation", path, "GET", method,
                (app, inquiry) -> ofRepository(app, ofRepository.group(1), inquiry)) : Optional.empty();
    }

    private Optional<Target> target(String route, String path, String wanted, String method,
            AppTarget.Responder responder) {
        return wanted.equals(method) ? Optional.of(new AppTarget(route, path, wanted, apps, responder))
                : Optional.empty();
    }

    private Answer installations(App app, Inquiry inquiry) {
        return Page.of(List.copyOf(apps.of(app)), inquiry.query(), inquiry.base() + inquiry.path())
                .answer(installation -> shown(installation, inquiry));
    }

    private Answer ofRepository(App app, String fullName, Inquiry inquiry) throws ApiException {
        Repository repository = world.find(fullName).orElseThrow(ApiException::notFound);
        return Answer.of(shown(apps.of(app).stream().filter(one -> covers(one, repository)).findFirst()
                .orElseThrow(ApiException::notFound), inquiry));
    }

    private Answer token(Installation installation, Inquiry inquiry) throws ApiException {
        JsonNode body = body(inquiry);
        Installation narrowed = narrowed(installation, body);
        int repositories = (int) world.repositories().stream().filter(one -> covers(installation, one)).count();
        TokenGrant grant = apps.issue(narrowed, hourlyLimit(repositories));
        ObjectNode answer = JsonNodeFactory.instance.objectNode().put("token", grant.token()).put("expires_at",
                grant.expiresAt().toString());
        answer.set("permissions", permissions(narrowed));
        answer.put("repository_selection", narrowed.selection());
        if (narrowed.repositories() != null) {
            ArrayNode shown = answer.putArray("repositories");
            for (String name : narrowed.repositories()) {
                world.find(name).ifPresent(one -> shown.add(RepositoryJson.listed(inquiry.links(), one)));
            }
        }
        return Answer.of(answer).status(201);
    }

    /** What the token shall be good for; never more than the installation is. */
    private Installation narrowed(Installation installation, JsonNode body) throws ApiException {
        Set<String> repositories = installation.repositories();
        if (body.has("repositories") || body.has("repository_ids")) {
            List<String> names = new ArrayList<>();
            for (JsonNode name : body.path("repositories")) {
                names.add(covered(installation, world.find(installation.account() + "/" + name.asText())));
            }
            for (JsonNode id : body.path("repository_ids")) {
                names.add(covered(installation, world.find(id.asLong())));
            }
            repositories = Set.copyOf(names);
        }
        if (!body.path("permissions").isObject()) {
            return new Installation(installation.id(), installation.app(), installation.account(), repositories,
                    installation.reads(), installation.writes());
        }
        Set<Permission> reads = EnumSet.of(Permission.METADATA);
        Set<Permission> writes = EnumSet.noneOf(Permission.class);
        for (var entry : body.get("permissions").properties()) {
            Permission permission = granted(installation, entry.getKey(), entry.getValue().asText());
            reads.add(permission);
            if (entry.getValue().asText().equals("write")) {
                writes.add(permission);
            }
        }
        return new Installation(installation.id(), installation.app(), installation.account(), repositories, reads,
                writes);
    }

    private static Permission granted(Installation installation, String name, String level) throws ApiException {
        for (Permission permission : level.equals("write") ? installation.writes() : installation.reads()) {
            if (permission.key().equals(name)) {
                return permission;
            }
        }
        throw new ApiException(422, "The permissions requested are not granted to this installation.");
    }

    private static String covered(Installation installation, Optional<Repository> repository) throws ApiException {
        return repository.filter(one -> covers(installation, one)).map(Repository::fullName)
                .orElseThrow(() -> new ApiException(422,
                        "There is at least one repository that does not exist or is not accessible to the parent "
                                + "installation."));
    }

    private static boolean covers(Installation installation, Repository repository) {
        String name = repository.fullName().toLowerCase(Locale.ROOT);
        String all = repository.owner().login().toLowerCase(Locale.ROOT) + "/*";
        return installation.visible().contains(name) || installation.visible().contains(all);
    }

    /** 5,000 an hour and 50 more for each repository above 20, 12,500 at most. */
    private static int hourlyLimit(int repositories) {
        return Math.min(12_500, 5_000 + 50 * Math.max(0, repositories - 20));
    }

    private Installation installation(App app, long id) throws ApiException {
        return apps.installation(id).filter(one -> one.app().id() == app.id()).orElseThrow(ApiException::notFound);
    }

    private ObjectNode app(App app, Inquiry inquiry) {
        Account owner = world.organization("acme");
        return AppJson.app(inquiry.links(), owner, app.id(), app.clientId(), app.slug())
                .put("installations_count", apps.of(app).size());
    }

    private ObjectNode shown(Installation installation, Inquiry inquiry) {
        ObjectNode node = AppJson.installation(inquiry.links(), world.organization(installation.account()),
                installation.id(), installation.selection()).put("app_id", installation.app().id())
                .put("client_id", installation.app().clientId()).put("app_slug", installation.app().slug());
        node.set("permissions", permissions(installation));
        return node;
    }

    private static ObjectNode permissions(Installation installation) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        installation.reads().forEach(permission -> node.put(permission.key(),
                installation.writes().contains(permission) ? "write" : "read"));
        return node;
    }

    private static JsonNode body(Inquiry inquiry) throws ApiException {
        try {
            String text = inquiry.request().text();
            return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new ApiException(400, "Problems parsing JSON");
        }
    }
}
