package io.painchain.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.painchain.github.github.GitHubApi;
import io.painchain.github.github.Page;
import io.painchain.github.github.Repository;
import io.painchain.github.github.RepositoryName;

/** The repositories pushed to most recently that a token sees, for integrations that name none. */
final class RecentRepositories {

    private static final Duration KEPT = Duration.ofMinutes(5);

    private final GitHubApi api;
    private final Clock clock;
    private List<RepositoryName> names = List.of();
    private String etag;
    private Instant readAt = Instant.MIN;

    RecentRepositories(GitHubApi api, Clock clock) {
        this.api = api;
        this.clock = clock;
    }

    synchronized List<RepositoryName> names() {
        if (clock.instant().isBefore(readAt.plus(KEPT))) {
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
}
