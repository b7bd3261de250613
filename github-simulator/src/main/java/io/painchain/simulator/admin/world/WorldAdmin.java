package io.painchain.simulator.admin.world;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.api.GitHubApi;
import io.painchain.simulator.world.World;
import io.painchain.simulator.world.feed.FeedPolicy;
import io.painchain.simulator.world.population.Population;
import io.painchain.simulator.world.population.Populator;
import io.painchain.simulator.world.repository.NewRepository;
import io.painchain.simulator.world.repository.Repository;

/** Repositories, users and the feed. */
public final class WorldAdmin {

    private final World world;
    private final GitHubApi api;

    public WorldAdmin(World world, GitHubApi api) {
        this.world = world;
        this.api = api;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("GET", "repos", this::list), AdminRoute.of("POST", "repos", this::create),
                AdminRoute.of("DELETE", "repos/*/*", this::delete),
                AdminRoute.of("POST", "repos/*/*/rename", this::rename),
                AdminRoute.of("POST", "repos/*/*/transfer", this::transfer),
                AdminRoute.of("POST", "repos/*/*/populate", this::populate),
                AdminRoute.of("POST", "repos/*/*/activity", this::activity),
                AdminRoute.of("POST", "repos/*/*/settings", this::settings),
                AdminRoute.of("DELETE", "users/*", this::deleteUser), AdminRoute.of("POST", "feed", this::feed));
    }

    private JsonNode list(AdminCall call) {
        ObjectNode result = Body.object();
        world.repositories().forEach(repository -> result.withArray("repositories").add(Shown.repository(repository)));
        return result;
    }

    private JsonNode create(AdminCall call) throws AdminException {
        Body body = call.body();
        String name = body.required("name");
        NewRepository plain = new NewRepository(name);
        Repository repository = world.createRepository(new NewRepository(name,
                body.text("description", plain.description()), body.flag("private", plain.isPrivate()),
                body.flag("ofUser", false), body.text("language", plain.language()), body.time("at"),
                body.flag("fork", false)));
        return Shown.repository(repository);
    }

    private JsonNode delete(AdminCall call) {
        Repository repository = world.repository(call.repository());
        world.deleteRepository(repository);
        return Shown.repository(repository);
    }

    private JsonNode rename(AdminCall call) throws AdminException {
        Repository repository = world.repository(call.repository());
        world.move(repository, repository.owner().login() + "/" + call.body().required("name"));
        return Shown.repository(repository);
    }

    private JsonNode transfer(AdminCall call) throws AdminException {
        Repository repository = world.repository(call.repository());
        world.move(repository, call.body().required("owner") + "/" + repository.name());
        return Shown.repository(repository);
    }

    private JsonNode populate(AdminCall call) {
        Body body = call.body();
        Repository repository = world.repository(call.repository());
        Populator.populate(repository, new Population(body.number("pulls", 0), body.number("issues", 0),
                body.number("runs", 0), body.number("releases", 0), body.number("pushes", 0), body.number("seed", 1))
                .endlessRuns(body.number("endlessRuns", 0))
                .apart(Duration.ofSeconds(body.number("apartSeconds", 90))));
        return Shown.repository(repository);
    }

    private JsonNode activity(AdminCall call) {
        Repository repository = world.repository(call.repository());
        repository.activityAvailable(call.body().flag("available", true));
        return Shown.repository(repository);
    }

    private JsonNode settings(AdminCall call) {
        Repository repository = world.repository(call.repository());
        Body body = call.body();
        repository.edit(now -> now.hasIssues(body.flag("hasIssues", now.hasIssues()))
                .hasPullRequests(body.flag("hasPullRequests", now.hasPullRequests()))
                .archived(body.flag("archived", now.archived())).isPrivate(body.flag("private", now.isPrivate())));
        return Shown.repository(repository);
    }

    private JsonNode deleteUser(AdminCall call) {
        world.deleteAccount(call.parameter(0));
        return Body.object().put("deleted", call.parameter(0));
    }

    private JsonNode feed(AdminCall call) {
        Body body = call.body();
        FeedPolicy policy = world.feedPolicy();
        if (body.has("delaySeconds") || body.has("jitterSeconds")) {
            policy.delay(Duration.ofSeconds(body.number("delaySeconds", 0)),
                    Duration.ofSeconds(body.number("jitterSeconds", 0)));
        }
        if (body.has("dropShare")) {
            policy.drop(body.decimal("dropShare", 0));
        }
        if (body.has("duplicateShare")) {
            policy.duplicate(body.decimal("duplicateShare", 0));
        }
        if (body.has("dropTypes")) {
            policy.dropTypes(Set.copyOf(body.texts("dropTypes")));
        }
        policy.dropNext(body.number("dropNext", 0));
        policy.fullPayloads(body.flag("fullPayloads", policy.fullPayloads()));
        if (body.has("pollInterval")) {
            api.pollInterval(body.number("pollInterval", 60));
        }
        return body.json();
    }
}
