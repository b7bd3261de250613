package io.painchain.github.repository;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.detail.Details;
import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageSizes;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.list.WholeReads;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.mapping.RepositoryScope;

/** The API for one repository's crawl, under its current name. */
public final class RepositoryReader implements PageReader {

    private static final int PAGES = 100;

    private final GitHubApi api;
    private final RepositoryScope scope;
    private final Clock clock;
    private final Runnable goOn;
    private final GraphQl graphQl;
    private final WholeReads wholeReads;
    private final PageSizes pageSizes;
    private final Details details;
    private final CommitReader commits = new CommitReader(this);
    private boolean moved;
    private Instant answeredAt;

    public RepositoryReader(RepositoryContext with, RepositoryScope scope, WholeReads wholeReads, PageSizes pageSizes,
            OpenDetails open) {
        this.api = with.api();
        this.graphQl = with.graphQl();
        this.scope = scope;
        this.clock = with.crawl().clock();
        this.goOn = with.crawl().goOn();
        this.wholeReads = wholeReads;
        this.pageSizes = pageSizes;
        this.details = new Details(open);
    }

    public static RepositoryScope scope(RepositoryState state, String integrationId, List<String> tags) {
        return new RepositoryScope(state.identity(), state.project(), state.repositoryId(), integrationId, tags);
    }

    /** @param goOn throws when the connector is stopping or the integration is gone */
    public RepositoryReader(GitHubApi api, RepositoryScope scope, Clock clock, Runnable goOn, GraphQl graphQl,
            WholeReads wholeReads) {
        this.api = api;
        this.graphQl = graphQl;
        this.scope = scope;
        this.clock = clock;
        this.goOn = goOn;
        this.wholeReads = wholeReads;
        this.pageSizes = new PageSizes(clock);
        this.details = new Details(OpenDetails.NONE);
    }

    /** @throws RuntimeException when the connector is stopping or the integration is gone */
    public void goOn() {
        goOn.run();
    }

    /** Null where GraphQL is not to be used. */
    public GraphQl graphQl() {
        return graphQl;
    }

    /** Includes the server's clock, which exposes impossible times. */
    public RepositoryScope scope() {
        return scope.answeredAt(answeredAt);
    }

    public CommitReader commits() {
        return commits;
    }

    public Clock clock() {
        return clock;
    }

    /** Whether GitHub redirected, as after a rename. */
    @Override
    public boolean moved() {
        return moved;
    }

    @Override
    public Instant answeredAt() {
        return answeredAt;
    }

    /** Whether this poll ignores ETags; ask once per list. */
    @Override
    public boolean readsWhole(String list, Instant lastTime) {
        return wholeReads.isDue(list, lastTime);
    }

    @Override
    public Details details() {
        return details;
    }

    @Override
    public URI url(String path) {
        return api.url("/repos/" + scope.project() + path);
    }

    public HttpAnswer get(URI url, String etag) {
        goOn.run();
        HttpAnswer answer = api.get(url, etag);
        answeredAt = answer.date().orElseGet(clock::instant);
        moved |= !answer.url().equals(url);
        return answer;
    }

    /** A redirect here concerns the item that was asked for, not the repository's name. */
    public HttpAnswer follow(URI url) {
        goOn.run();
        HttpAnswer answer = api.get(url, null);
        answeredAt = answer.date().orElseGet(clock::instant);
        return answer;
    }

    public <T> T read(String path, Class<T> type) {
        return api.body(get(url(path), null), type);
    }

    @Override
    public <T> Page<T> page(URI url, String etag, String envelope, Class<T> type) {
        Page<T> page = pageSizes.read(url, etag, (asked, tag) -> {
            goOn.run();
            Page<T> answer = api.page(asked, tag, envelope, type);
            moved |= !answer.url().equals(asked);
            return answer;
        });
        answeredAt = page.answeredAt();
        return page;
    }

    /** For short lists, such as a pull request's reviews. */
    public <T> List<Page<T>> pages(String path, Class<T> type) {
        List<Page<T>> pages = new ArrayList<>();
        PageTurns<T> turns = new PageTurns<>(url(path), PAGES, url -> page(url, null, null, type));
        while (turns.more()) {
            pages.add(turns.turn());
        }
        if (turns.cut()) {
            throw new ProviderException(Kind.UNREADABLE, path + " has no end");
        }
        return pages;
    }

    public <T> T body(HttpAnswer answer, Class<T> type) {
        return api.body(answer, type);
    }
}
