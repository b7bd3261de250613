package io.painchain.simulator.gitlab.api.route;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.gitlab.api.auth.TokenGrant;
import io.painchain.simulator.gitlab.api.call.Answer;
import io.painchain.simulator.gitlab.api.call.ApiException;
import io.painchain.simulator.gitlab.api.call.Call;
import io.painchain.simulator.gitlab.api.call.Keyset;
import io.painchain.simulator.gitlab.api.call.Pages;
import io.painchain.simulator.gitlab.render.ProjectJson;
import io.painchain.simulator.gitlab.render.UserJson;
import io.painchain.simulator.gitlab.world.World;
import io.painchain.simulator.gitlab.world.project.Project;

/** The list of projects, and one. */
public final class ProjectRoutes {

    private final World world;

    public ProjectRoutes(World world) {
        this.world = world;
    }

    List<Route> all() {
        return List.of(
                Route.open("/projects/:id",
                        call -> Answer.of(ProjectJson.of(call.project(), call.level(), call.rendering()))),
                Route.open("/projects/:id/members/all", call -> Pages.counted(call, world.basis().users(),
                        user -> UserJson.of(user, call.rendering()).put("access_level", 30))));
    }

    /** Those that the token sees: by number newest first, unless told otherwise. */
    public Answer list(TokenGrant grant, Call call) throws ApiException {
        List<Project> found = new ArrayList<>();
        Instant active = call.time("last_activity_after");
        String search = call.query().get("search", "").toLowerCase(Locale.ROOT);
        for (Project project : world.projects()) {
            boolean meant = active == null || project.feed().lastActivityAt().isAfter(active);
            boolean archived = !call.query().has("archived") || call.flag("archived") == project.archived();
            boolean named = project.path().toLowerCase(Locale.ROOT).contains(search);
            if (grant.sees(project.path()) && grant.level() >= minimum(call) && meant && archived && named) {
                found.add(project);
            }
        }
        if (Keyset.asked(call)) {
            return Keyset.byId(call, found, Project::id, project -> rendered(project, grant, call));
        }
        Pages.limitOffset(call, "Project");
        return Pages.counted(call, ordered(call, found), project -> rendered(project, grant, call));
    }

    private static int minimum(Call call) {
        return call.query().number("min_access_level", 0);
    }

    private static ObjectNode rendered(Project project, TokenGrant grant, Call call) {
        return call.flag("simple") ? ProjectJson.simple(project, call.rendering())
                : ProjectJson.of(project, grant.level(), call.rendering());
    }

    private static List<Project> ordered(Call call, List<Project> found) {
        Comparator<Project> order = switch (call.query().get("order_by", "created_at")) {
            case "last_activity_at" -> Comparator.comparing(project -> project.feed().lastActivityAt());
            case "path", "name" -> Comparator.comparing(Project::path);
            default -> Comparator.comparingLong(Project::id);
        };
        return found.stream().sorted("asc".equals(call.text("sort")) ? order : order.reversed()).toList();
    }
}
