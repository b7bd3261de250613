package io.painchain.github.taskhandler;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.PeopleGathering;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.integration.RepositoryStatus;
import io.painchain.model.task.PeopleInput;
import io.painchain.model.task.PeopleOutput;
import io.painchain.model.task.Task;

/** Members and teams of the organizations whose repositories are read, and the accounts behind authors' names. */
public final class PeopleHandler implements TaskHandler {

    private static final int PAGES = 200;
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}(?:\\[bot])?");

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
        owners(task, config).forEach(reading::members);
        input.authors().stream().filter(login -> LOGIN.matcher(login).matches()).forEach(reading::author);
        return reading.found().output(config.api().base().getAuthority());
    }

    private static Set<String> owners(Task task, IntegrationConfig config) {
        List<RepositoryStatus> polled = task.integration().repositories();
        Stream<RepositoryName> names = !config.repositories().isEmpty() ? config.repositories().keySet().stream()
                : polled == null ? Stream.empty()
                        : polled.stream().map(RepositoryStatus::name).map(RepositoryName::parse).flatMap(Optional::stream);
        Set<String> owners = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.map(RepositoryName::owner).forEach(owners::add);
        return owners;
    }

    private record ListedTeam(String slug, String name) {
    }

    private record Reading(GitHubApi api, Progress progress, PeopleGathering found) {

        void members(String owner) {
            try {
                each("/orgs/" + owner + "/members?per_page=100", ListedAccount.class,
                        one -> found.add(one.account(true, List.of())), "Members of " + owner);
            } catch (ProviderException e) {
                if (e.is(Kind.NOT_FOUND)) {
                    user(owner);
                    return;
                }
                refused(e);
                found.incomplete("Members of " + owner + " cannot be read: " + e.getMessage());
            }
            teams(owner);
        }

        private void teams(String owner) {
            try {
                each("/orgs/" + owner + "/teams?per_page=100", ListedTeam.class, team -> team(owner, team),
                        "Teams of " + owner);
            } catch (ProviderException e) {
                refused(e);
                found.warn("Teams of " + owner + " cannot be read: " + e.getMessage());
            }
        }

        private void team(String owner, ListedTeam team) {
            if (team.slug() != null) {
                each("/orgs/" + owner + "/teams/" + encoded(team.slug()) + "/members?per_page=100", ListedAccount.class,
                        one -> found.add(one.account(true, List.of(owner + "/" + team.slug()))), "Teams of " + owner);
            }
        }

        /** No organization, so a user's own repositories. */
        private void user(String owner) {
            try {
                found.add(account(owner).account(true, List.of()));
            } catch (ProviderException e) {
                refused(e);
                found.incomplete(owner + " cannot be read: " + e.getMessage());
            }
        }

        /** Of who left, or never was a member, and of who is no account there is nothing to tell. */
        void author(String login) {
            try {
                found.add(account(login).account(false, List.of()));
            } catch (ProviderException e) {
                refused(e);
            }
        }

        private ListedAccount account(String login) {
            progress.goOn();
            return api.read(api.url("/users/" + encoded(login)), ListedAccount.class);
        }

        private <T> void each(String path, Class<T> type, Consumer<T> taker, String what) {
            PageTurns<T> pages = new PageTurns<>(api.url(path), PAGES, url -> api.page(url, null, null, type));
            while (pages.more()) {
                progress.tell(found.size(), found.size(), "Reading " + what, null);
                pages.turn().items().forEach(taker);
            }
            if (pages.cut()) {
                found.incomplete(what + " are more than " + PAGES * 100);
            }
        }

        private static void refused(ProviderException e) {
            if (!e.withheld()) {
                throw e;
            }
        }

        private static String encoded(String segment) {
            return URLEncoder.encode(segment, StandardCharsets.UTF_8);
        }
    }
}
