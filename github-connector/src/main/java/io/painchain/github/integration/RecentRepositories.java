package io.painchain.github.integration;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.record.Repository;

/** The most recently pushed repositories, for integrations that name none. */
final class RecentRepositories {

    private static final int PAGES = 10;
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration WHOLE = Duration.ofHours(1);

    private final GitHubApi api;
    private final boolean installation;
    private final Clock clock;
    private List<RepositoryName> names = List.of();
    private volatile boolean cut;
    private String etag;
    private Instant readAt = Instant.MIN;
    private Instant wholeAt = Instant.EPOCH;

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
        // An unchanged list says nothing of single sign-on.
        boolean whole = clock.instant().isAfter(wholeAt.plus(WHOLE));
        Page<Repository> page = api.page(api.url("/user/repos?sort=pushed&direction=desc&per_page=10"), whole ? null : etag,
                null, Repository.class);
        wholeAt = whole ? clock.instant() : wholeAt;
        if (!page.notModified()) {
            names = page.items().stream().map(repository -> RepositoryName.parse(repository.fullName()))
                    .flatMap(Optional::stream).limit(10).toList();
            etag = page.etag();
        }
        readAt = clock.instant();
        return names;
    }

    /** What is left out, in sentences. */
    List<String> warnings() {
        return cut
                ? List.of("The App can see more than " + PAGES * 100 + " repositories, and only of the first of them the most"
                        + " recently pushed are read: name the repositories here")
                : List.of();
    }

    private List<RepositoryName> ofInstallation() {
        List<Pushed> all = new ArrayList<>();
        PageTurns<Pushed> pages = new PageTurns<>(api.url("/installation/repositories?per_page=100"), PAGES,
                url -> api.page(url, null, "repositories", Pushed.class));
        while (pages.more()) {
            all.addAll(pages.turn().items());
        }
        cut = pages.cut();
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
