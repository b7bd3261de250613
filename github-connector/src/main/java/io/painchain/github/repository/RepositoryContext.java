package io.painchain.github.repository;

import java.util.ArrayList;
import java.util.List;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.graphql.GraphQl;

/** {@code branches}: globs for commits. */
public record RepositoryContext(CrawlContext crawl, GitHubApi api, GraphQl graphQl, List<GitHubKind<?>> kinds,
        List<String> branches) {

    SourceSetup newSetup() {
        return new SourceSetup(crawl.clock(), kinds, branches, new ArrayList<>());
    }
}
