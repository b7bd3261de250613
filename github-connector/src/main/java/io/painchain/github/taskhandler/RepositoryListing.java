package io.painchain.github.taskhandler;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.list.Page;
import io.painchain.github.api.GitHubApi;

/** Most recently pushed first, read only as far as needed. */
final class RepositoryListing {

    /** 10,000 repositories; beyond that a search by name finds them. */
    private static final int PAGES = 100;

    private final GitHubApi api;
    private final String envelope;
    private final List<ListedRepository> known = new ArrayList<>();
    private URI next;
    private int pages;

    private RepositoryListing(GitHubApi api, String path, String envelope) {
        this.api = api;
        this.envelope = envelope;
        this.next = api.url(path);
    }

    static RepositoryListing ofToken(GitHubApi api) {
        return new RepositoryListing(api, "/user/repos?sort=pushed&direction=desc&per_page=100", null);
    }

    static RepositoryListing ofInstallation(GitHubApi api) {
        return new RepositoryListing(api, "/installation/repositories?per_page=100", "repositories");
    }

    /** @param goOn called before each request; throws to stop */
    synchronized List<ListedRepository> find(String words, int most, Runnable goOn) {
        List<ListedRepository> found = new ArrayList<>();
        for (int i = 0; found.size() < most; i++) {
            while (i == known.size() && next != null) {
                goOn.run();
                readOn();
            }
            if (i == known.size()) {
                return found;
            }
            if (known.get(i).matches(words)) {
                found.add(known.get(i));
            }
        }
        return found;
    }

    private void readOn() {
        Page<ListedRepository> page = api.page(next, null, envelope, ListedRepository.class);
        known.addAll(page.items());
        next = ++pages == PAGES ? null : page.next();
    }
}
