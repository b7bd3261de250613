package io.painchain.github.repository;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.graphql.GraphQl;

/**
 * What reading a repository works with.
 *
 * @param kinds all kinds of change, in the order in which they are read
 * @param claim whether this configured name may read the repository with that id, which no other name reads already
 * @param branches globs of the branches of which every commit becomes an event
 */
public record RepositorySurroundings(CrawlContext crawl, GitHubApi api, GraphQl graphQl, List<GitHubKind<?>> kinds,
        BiPredicate<Long, String> claim, List<String> branches) {

    /** For the sources of one repository. */
    SourceSetup newSetup() {
        return new SourceSetup(crawl.clock(), kinds, branches, new ArrayList<>());
    }
}
