package io.painchain.github.taskhandler;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.GitHubApi;

/** Most recently pushed first, read only as far as needed. */
final class RepositoryListing {

    static final int MOST = 10_000;

    private static final int PAGES = MOST / 100;

    private final List<ListedRepository> known = new ArrayList<>();
    private final PageTurns<ListedRepository> pages;

    private RepositoryListing(GitHubApi api, String path, String envelope) {
        this.pages = new PageTurns<>(api.url(path), PAGES, url -> api.page(url, null, envelope, ListedRepository.class));
    }

    static RepositoryListing ofToken(GitHubApi api) {
        return new RepositoryListing(api, "/user/repos?sort=pushed&direction=desc&per_page=100", null);
    }

    static RepositoryListing ofInstallation(GitHubApi api) {
        return new RepositoryListing(api, "/installation/repositories?per_page=100", "repositories");
    }

    /** @param goOn called before each request; throws to stop */
    synchronized List<ListedRepository> find(Predicate<ListedRepository> wanted, int most, Runnable goOn) {
        List<ListedRepository> found = new ArrayList<>();
        for (int i = 0; found.size() < most; i++) {
            while (i == known.size() && pages.more()) {
                goOn.run();
                known.addAll(pages.turn().items());
            }
            if (i == known.size()) {
                return found;
            }
            if (wanted.test(known.get(i))) {
                found.add(known.get(i));
            }
        }
        return found;
    }

    /** Whether so many are visible that a search may overlook some. */
    synchronized boolean cut() {
        return pages.cut();
    }
}
