package io.painchain.gitlab.taskhandler;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.PeopleGathering;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.model.integration.RepositoryStatus;
import io.painchain.model.task.PeopleInput;
import io.painchain.model.task.PeopleOutput;
import io.painchain.model.task.Task;

/** Members of the projects that are read, by the group whose project it is, and the users behind authors' names. */
public final class PeopleHandler implements TaskHandler {

    private static final int PAGES = 200;
    private static final int PROJECTS = 500;
    private static final int LONGEST_NAME = 255;

    private final Connections connections;

    public PeopleHandler(Connections connections) {
        this.connections = connections;
    }

    @Override
    public PeopleOutput handle(Task task, Progress progress) {
        PeopleInput input = ContractJson.record(task.input(), PeopleInput.class);
        IntegrationConfig config;
        try {
            config = connections.config(task, null);
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(409, e.getMessage());
        }
        Reading reading = new Reading(connections.api(config), progress, new PeopleGathering());
        List<ProjectName> projects = projects(task, config).toList();
        projects.stream().limit(PROJECTS).forEach(reading::members);
        if (projects.size() > PROJECTS) {
            reading.found().incomplete("Members of " + PROJECTS + " projects are read; those beyond are left out");
        }
        input.authors().stream().filter(name -> name.length() <= LONGEST_NAME).forEach(reading::author);
        return reading.found().output(config.server().base().getAuthority());
    }

    private static Stream<ProjectName> projects(Task task, IntegrationConfig config) {
        List<RepositoryStatus> polled = task.integration().repositories();
        return !config.projects().isEmpty() ? config.projects().keySet().stream()
                : polled == null ? Stream.empty()
                        : polled.stream().map(RepositoryStatus::name).map(ProjectName::parse).flatMap(Optional::stream);
    }

    private record Reading(GitLabApi api, Progress progress, PeopleGathering found) {

        void members(ProjectName project) {
            int slash = project.text().lastIndexOf('/');
            List<String> groups = slash < 0 ? List.of() : List.of(project.text().substring(0, slash));
            try {
                PageTurns<ListedAccount> pages = new PageTurns<>(
                        api.url("/projects/" + project.encoded() + "/members/all?per_page=100"), PAGES,
                        url -> api.page(url, null, ListedAccount.class));
                while (pages.more()) {
                    progress.tell(found.size(), found.size(), "Reading members of " + project, null);
                    pages.turn().items().forEach(one -> found.add(one.account(true, groups)));
                }
                if (pages.cut()) {
                    found.incomplete("Members of " + project + " are more than " + PAGES * 100);
                }
            } catch (ProviderException e) {
                refused(e);
                found.incomplete("Members of " + project + " cannot be read: " + e.getMessage());
            }
        }

        /** Commits name people and no users, of whom there is nothing to tell. */
        void author(String name) {
            progress.goOn();
            try {
                api.page(api.url("/users?username=" + URLEncoder.encode(name, StandardCharsets.UTF_8)), null,
                        ListedAccount.class).items().stream().filter(one -> one.username().equalsIgnoreCase(name))
                        .forEach(one -> found.add(one.account(false, List.of())));
            } catch (ProviderException e) {
                refused(e);
            }
        }

        private static void refused(ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
        }
    }
}
