package io.painchain.github.taskhandler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.SingleSignOn;
import io.painchain.github.auth.AppCredentials;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.model.task.DiscoverInput;
import io.painchain.model.task.Discovery;
import io.painchain.model.task.Task;

/** Lists repositories to choose from; an answer is kept for a minute. */
public final class DiscoverHandler implements TaskHandler {

    private final Connections connections;
    private final Duration deadline;
    private final Cache<String, RepositoryListing> listings = Caffeine.newBuilder().maximumSize(100)
            .expireAfterWrite(Duration.ofMinutes(1)).build();

    public DiscoverHandler(Connections connections, Duration deadline) {
        this.connections = connections;
        this.deadline = deadline;
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
        int page = Math.max(1, input.page());
        int size = input.perPage() < 1 ? 30 : Math.min(100, input.perPage());
        long end = System.nanoTime() + deadline.toNanos();
        RepositoryListing listing = listing(config);
        List<ListedRepository> found = listing.find(wanted(input), page * size + 1, () -> {
            progress.goOn();
            if (System.nanoTime() > end) {
                throw new TaskFailedException(null, "GitHub needs longer than " + deadline.toSeconds()
                        + " s to list the repositories; try again, what was read is kept for a minute");
            }
        });
        int from = Math.min(found.size(), (page - 1) * size);
        return new Discovery(
                found.subList(from, Math.min(found.size(), page * size)).stream()
                        .map(repository -> repository.discovered(tracks(config, repository))).toList(),
                found.size() > page * size ? page + 1 : null, warnings(config, listing));
    }

    private List<String> warnings(IntegrationConfig config, RepositoryListing listing) {
        List<String> warnings = new ArrayList<>();
        List<String> leftOut = connections.tokens().of(config.api(), config.credentials()).leftOut();
        if (!leftOut.isEmpty()) {
            warnings.add(SingleSignOn.sentence(leftOut));
        }
        if (listing.cut()) {
            warnings.add("More than " + RepositoryListing.MOST + " repositories can be seen; those beyond are not listed, but"
                    + " their names may be typed");
        }
        return List.copyOf(warnings);
    }

    private RepositoryListing listing(IntegrationConfig config) {
        return listings.get(config.credentials().key(config.api()), unknown -> {
            GitHubApi api = connections.api(config);
            return config.credentials() instanceof AppCredentials ? RepositoryListing.ofInstallation(api)
                    : RepositoryListing.ofToken(api);
        });
    }

    private static Predicate<ListedRepository> wanted(DiscoverInput input) {
        String words = words(input.q());
        DiscoverInput.Filter filter = DiscoverInput.Filter.of(input);
        return repository -> repository.matches(words) && filter.admits(repository.discovered(false));
    }

    private static String words(String q) {
        return q == null ? "" : q.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean tracks(IntegrationConfig config, ListedRepository repository) {
        return RepositoryName.parse(repository.fullName()).filter(config.repositories()::containsKey).isPresent();
    }
}
