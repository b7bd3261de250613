package io.painchain.gitlab.project;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.graphql.GraphQl;
import io.painchain.gitlab.api.record.Project;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.project.GitLabKind.Feature;

/** The API for one project's crawl, by its number, which no rename changes. */
public final class ProjectReader implements PageReader {

    private static final int PAGES = 100;
    /** 2,000 items. */
    private static final int A_STRETCH = 20;

    private final ProjectSurroundings with;
    private final ProjectScope scope;
    private final WholeReads wholeReads;
    private final PageSizes pageSizes;
    private final Details details;
    private final int pages;
    private final Instant until;
    private Instant answeredAt;

    public ProjectReader(ProjectSurroundings with, ProjectScope scope, WholeReads wholeReads, PageSizes pageSizes,
            OpenDetails open) {
        this.with = with;
        this.scope = scope;
        this.wholeReads = wholeReads;
        this.pageSizes = pageSizes;
        this.details = new Details(open);
        this.pages = PageReader.super.pages();
        this.until = null;
    }

    private ProjectReader(ProjectReader whole, Instant until) {
        this.with = whole.with;
        this.scope = whole.scope;
        this.wholeReads = whole.wholeReads;
        this.pageSizes = whole.pageSizes;
        this.details = whole.details;
        this.pages = A_STRETCH;
        this.until = until;
    }

    /** Of lists a bounded number of pages, from that moment on into the past. GitLab turns no page beyond 50,000 items. */
    ProjectReader until(Instant newest) {
        return new ProjectReader(this, newest);
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public Instant until() {
        return until;
    }

    /** Of lists by last change; a second more, because some leave the moment itself out. */
    public static String updatedUpTo(Instant newest) {
        return "&updated_before=" + newest.plusSeconds(1);
    }

    /** Includes the server's clock, which exposes impossible times. */
    public ProjectScope scope() {
        return scope.answeredAt(answeredAt);
    }

    public Clock clock() {
        return with.crawl().clock();
    }

    /** GitLab's clock, or ours before its first answer. */
    public Instant now() {
        return answeredAt == null ? clock().instant() : answeredAt;
    }

    public GraphQl graphQl() {
        return with.details();
    }

    /** @throws RuntimeException when the connector is stopping or the integration is gone */
    public void goOn() {
        with.crawl().goOn().run();
    }

    @Override
    public URI url(String path) {
        return api().url("/projects/" + scope.projectId() + path);
    }

    @Override
    public <T> Page<T> page(URI url, String etag, String envelope, Class<T> type) {
        Page<T> page;
        try {
            page = pageSizes.read(url, etag, (asked, tag) -> {
                goOn();
                return api().page(asked, tag, type);
            });
        } catch (ProviderException e) {
            throw refused(url, e);
        }
        answeredAt = page.answeredAt();
        return page;
    }

    public <T> Page<T> page(URI url, Class<T> type) {
        return page(url, null, null, type);
    }

    public <T> T read(String path, Class<T> type) {
        goOn();
        HttpAnswer answer;
        try {
            answer = api().get(url(path), null);
        } catch (ProviderException e) {
            throw refused(url(path), e);
        }
        answeredAt = answer.date().orElseGet(clock()::instant);
        return api().body(answer, type);
    }

    public <T> PageTurns<T> turns(String path, int most, Class<T> type) {
        return new PageTurns<>(url(path), most, asked -> page(asked, type));
    }

    /** For short lists, such as the jobs of a pipeline. */
    public <T> List<T> all(String path, Class<T> type) {
        List<T> items = new ArrayList<>();
        PageTurns<T> turns = turns(path, PAGES, type);
        while (turns.more()) {
            items.addAll(turns.turn().items());
        }
        if (turns.cut()) {
            throw new ProviderException(Kind.UNREADABLE, path + " has no end");
        }
        return items;
    }

    @Override
    public boolean readsWhole(String list, Instant lastTime) {
        return wholeReads.isDue(list, lastTime);
    }

    @Override
    public Details details() {
        return details;
    }

    /** What is asked for by number is not redirected. */
    @Override
    public boolean moved() {
        return false;
    }

    @Override
    public Instant answeredAt() {
        return answeredAt;
    }

    private GitLabApi api() {
        return with.api();
    }

    /** GitLab refuses what is switched off in the same way as what a role may not see; only the project's record tells. */
    private ProviderException refused(URI url, ProviderException refusal) {
        Optional<Feature> feature = with.features().stream()
                .filter(one -> url.getPath().startsWith(url(one.path()).getPath())).findFirst();
        if (!refusal.is(Kind.FORBIDDEN) || feature.isEmpty()) {
            return refusal;
        }
        Project project = api().read(url(""), Project.class);
        return feature.get().isOff(project)
                ? new ProviderException(Kind.GONE, "Switched off in this project", null, refusal)
                : refusal;
    }
}
