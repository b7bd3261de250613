package io.painchain.github.integration;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.list.Page;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Repository;

/** The most recently pushed repositories, for integrations that name none. */
final class RecentRepositories {

    private static final int PAGES = 10;
    private static final Duration KEPT = Duration.ofMinutes(5);

    private final GitHubApi api;
    private final boolean installation;
    private final Clock clock;
    private List<RepositoryName> names = List.of();
    private String etag;
    private Instant readAt = Instant.MIN;

    /** @param installation an App's list cannot be sorted */
    RecentRepositories(GitHubApi api, boolean installation, Clock clock) {
        this.installation = installation;
        this.api = api;
        this.clock = clock;
    }

    synchronized List<RepositoryName> names() {
        if (clock.instant().isBefore(readAt.plus(KEPT))) {
            return names;
        }
        if (installation) {
            names = ofInstallation();
            readAt = clock.instant();
            return names;
        }
        Page<Repository> page = api.page(api.url("/user/repos?sort=pushed&direction=desc&per_page=10"), etag, null,
                Repository.class);
        if (!page.notModified()) {
            names = page.items().stream().map(repository -> RepositoryName.parse(repository.fullName()))
                    .flatMap(Optional::stream).limit(10).toList();
            etag = page.etag();
        }
        readAt = clock.instant();
        return names;
    }

    private List<RepositoryName> ofInstallation() {
        List<Pushed> all = new ArrayList<>();
        URI next = api.url("/installation/repositories?per_page=100");
        for (int i = 0; next != null && i < PAGES; i++) {
            Page<Pushed> page = api.page(next, null, "repositories", Pushed.class);
            all.addAll(page.items());
            next = page.next();
        }
        return all.stream().sorted(Comparator.comparing(Pushed::moment).reversed())
                .flatMap(repository -> RepositoryName.parse(repository.fullName()).stream()).limit(10).toList();
    }

    record Pushed(String fullName, Instant pushedAt) {

        Pushed {
            requireNonNull(fullName, "full_name");
        }

        Instant moment() {
            return pushedAt == null ? Instant.EPOCH : pushedAt;
        }
    }
}
