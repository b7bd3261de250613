package io.painchain.gitlab.integration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.list.PageTurns;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.record.Project;

/** The projects that a token is a member of, by last activity, for integrations that name none. */
final class MemberProjects {

    private static final String LIST = "/projects?membership=true&min_access_level=20&archived=false"
            + "&order_by=last_activity_at&sort=desc&simple=true&per_page=100";
    /** 1,000 projects. */
    private static final int PAGES = 10;
    private static final Duration KEPT = Duration.ofMinutes(15);

    private final GitLabApi api;
    private final Clock clock;
    private List<ProjectName> names = List.of();
    private volatile boolean cut;
    private Instant readAt = Instant.MIN;

    MemberProjects(GitLabApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    synchronized List<ProjectName> names() {
        if (clock.instant().isBefore(readAt)) {
            return names;
        }
        List<ProjectName> found = new ArrayList<>();
        PageTurns<Project> turns = new PageTurns<>(api.url(LIST), PAGES, url -> api.page(url, null, Project.class));
        while (turns.more()) {
            turns.turn().items().stream().map(Project::pathWithNamespace).map(ProjectName::parse).flatMap(Optional::stream)
                    .forEach(found::add);
        }
        cut = turns.cut();
        names = found.stream().distinct().toList();
        readAt = clock.instant().plus(KEPT);
        return names;
    }

    /** What is left out, in sentences. */
    List<String> warnings() {
        return cut ? List.of("The token is a member of more than " + PAGES * 100
                + " projects; only the last active ones are read: name the projects here") : List.of();
    }
}
