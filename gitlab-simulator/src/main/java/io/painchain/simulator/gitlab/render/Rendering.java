package io.painchain.simulator.gitlab.render;

import java.time.ZoneOffset;

import io.painchain.simulator.gitlab.world.project.Project;

/** Where pages and API are by the server's own belief, and the zone in which it writes commits' times. */
public record Rendering(String web, String api, ZoneOffset commitZone) {

    public String page(Project project) {
        return web + "/" + project.path();
    }

    public String page(Project project, String rest) {
        return page(project) + "/-/" + rest;
    }

    public String api(Project project) {
        return api + "/projects/" + project.id();
    }
}
