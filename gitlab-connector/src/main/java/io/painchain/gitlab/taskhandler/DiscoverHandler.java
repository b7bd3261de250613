package io.painchain.gitlab.taskhandler;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.model.task.DiscoverInput;
import io.painchain.model.task.DiscoveredRepository;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.Task;

/** Lists projects to choose from, the last active first; GitLab searches by itself. */
public final class DiscoverHandler implements TaskHandler {

    private static final int USUAL = 30;
    private static final int MOST = 100;
    /** GitLab refuses pages beyond. */
    private static final int LISTED = 50_000;

    private final Connections connections;

    public DiscoverHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public Discovery handle(Task task, Progress progress) {
        DiscoverInput input = ContractJson.record(task.input(), DiscoverInput.class);
        IntegrationConfig config;
        try {
            config = connections.config(task, input.config());
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(400, e.getMessage());
        }
        int number = Math.max(1, input.page());
        GitLabApi api = connections.api(config);
        PageTurns<Project> pages = new PageTurns<>(api.url(path(input, number)), Integer.MAX_VALUE,
                url -> api.page(url, null, Project.class));
        List<DiscoveredRepository> found = pages.turn().items().stream().map(project -> discovered(config, project))
                .filter(DiscoverInput.Filter.of(input)::admits).toList();
        boolean cut = pages.more() && (long) number * size(input) > LISTED;
        return new Discovery(found, pages.more() && !cut ? number + 1 : null,
                cut ? List.of("More than " + LISTED + " projects can be seen; those beyond are not listed, but they can be"
                        + " searched for and their names may be typed") : List.of());
    }

    private static int size(DiscoverInput input) {
        return input.perPage() < 1 ? USUAL : Math.min(MOST, input.perPage());
    }

    private static String path(DiscoverInput input, int page) {
        int size = size(input);
        String q = input.q() == null ? "" : input.q().strip();
        return "/projects?membership=true&order_by=last_activity_at&sort=desc&per_page=" + size + "&page=" + page
                + (q.isEmpty() ? ""
                        : "&search_namespaces=true&search=" + URLEncoder.encode(q, StandardCharsets.UTF_8))
                + narrowed(DiscoverInput.Filter.of(input));
    }

    /** Forks have no filter of GitLab's: a page may come out shorter. */
    private static String narrowed(DiscoverInput.Filter filter) {
        return (filter.archived() == null ? "" : "&archived=" + filter.archived())
                + (filter.activeSince() == null ? "" : "&last_activity_after=" + filter.activeSince());
    }

    private static DiscoveredRepository discovered(IntegrationConfig config, Project project) {
        boolean tracked = ProjectName.parse(project.pathWithNamespace()).filter(config.projects()::containsKey).isPresent()
                || config.projects().containsKey(new ProjectName(project.id().toString()));
        return new DiscoveredRepository(project.pathWithNamespace(), project.description(),
                !"public".equals(project.visibility()), Boolean.TRUE.equals(project.archived()), project.lastActivityAt(),
                project.defaultBranch(), tracked, project.forkedFromProject() != null, project.id().toString());
    }
}
