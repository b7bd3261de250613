package io.painchain.github.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.graphql.GraphQl;

/** {@code claim}: whether the name may read that id, which no other name reads; {@code branches}: globs for commits. */
public record RepositoryContext(CrawlContext crawl, GitHubApi api, GraphQl graphQl, List<GitHubKind<?>> kinds,
        BiPredicate<Long, String> claim, List<String> branches) {

    SourceSetup newSetup() {
        return new SourceSetup(crawl.clock(), kinds, branches, new ArrayList<>());
    }
}
