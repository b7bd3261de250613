package io.painchain.github.taskhandler;

import java.util.List;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.repository.RepositoryAccess;
import io.painchain.connector.taskhandler.PastIntegration;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.repository.GitHubRepository;
import io.painchain.github.repository.RepositoryContext;

/** @param polling the poller's budget, whose quota is watched; {@code api} has a gate for the past alone */
public record GitHubPast(IntegrationConfig config, GitHubApi api, RateLimitBudget polling) implements PastIntegration {

    @Override
    public List<String> repositories() {
        return config.repositories().keySet().stream().map(RepositoryName::toString).toList();
    }

    @Override
    public List<Quota> quotas() {
        return polling.quotas();
    }

    @Override
    public RepositoryAccess<?> repository(String name, CrawlContext crawl) {
        RepositoryName repository = RepositoryName.parse(name).orElseThrow();
        GraphQl details = new GraphQl(api, crawl.clock(), "details of pull requests");
        return new GitHubRepository(new RepositoryContext(crawl, api, details, ChangeKinds.LIST, config.branches()),
                repository, config.repositories().getOrDefault(repository, List.of()));
    }
}
