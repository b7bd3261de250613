package io.painchain.gitlab.taskhandler;

import java.util.List;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.repository.RepositoryAccess;
import io.painchain.connector.taskhandler.PastIntegration;
import io.painchain.gitlab.api.GitLabApi;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.api.graphql.GraphQl;
import io.painchain.gitlab.change.ChangeKinds;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.gitlab.project.GitLabProject;
import io.painchain.gitlab.project.ProjectSurroundings;

/** @param polling the poller's budget, whose quota is watched; {@code api} has a gate for the past alone */
public record GitLabPast(IntegrationConfig config, GitLabApi api, RateLimitBudget polling) implements PastIntegration {

    @Override
    public List<String> repositories() {
        return config.projects().keySet().stream().map(ProjectName::toString).toList();
    }

    @Override
    public List<Quota> quotas() {
        return polling.quotas();
    }

    @Override
    public RepositoryAccess<?> repository(String name, CrawlContext crawl) {
        ProjectName project = ProjectName.parse(name).orElseThrow();
        GraphQl details = new GraphQl(api, crawl.clock(), "details of merge requests");
        return new GitLabProject(new ProjectSurroundings(crawl, api, details, ChangeKinds.LIST, config.branches()), project,
                config.projects().getOrDefault(project, List.of()));
    }
}
