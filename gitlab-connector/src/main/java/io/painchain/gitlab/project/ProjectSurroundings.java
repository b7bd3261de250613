package io.painchain.gitlab.project;

import java.util.List;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.graphql.GraphQl;
import io.painchain.gitlab.project.GitLabKind.Feature;

/** {@code details}: GraphQL for merge requests; {@code branches}: globs for commits. */
public record ProjectSurroundings(CrawlContext crawl, GitLabApi api, GraphQl details, List<GitLabKind<?>> kinds,
        List<String> branches) {

    SourceSetup newSetup() {
        return new SourceSetup(crawl.clock(), branches);
    }

    List<Feature> features() {
        return kinds.stream().flatMap(kind -> kind.features().stream()).toList();
    }
}
