package io.painchain.gitlab.integration;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.cycle.CycleReport.UnsoundNames;
import io.painchain.connector.cycle.HookAddress;
import io.painchain.connector.cycle.RepositoryProbe;
import io.painchain.connector.cycle.RepositoryTask;
import io.painchain.connector.cycle.SyncedIntegration;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.provider.ProviderException;
import io.painchain.gitlab.api.ProjectName;
import io.painchain.gitlab.config.IntegrationConfig;
import io.painchain.model.task.WebhookInput.Delivery;

record GitLabIntegration(IntegrationConfig config, ConnectorContext context, ProjectTasks tasks)
        implements
            SyncedIntegration {

    @Override
    public String words() {
        return config.toString();
    }

    @Override
    public Duration pollInterval() {
        return config.pollInterval();
    }

    @Override
    public UnsoundNames unsound() {
        return new UnsoundNames(config.unsound(), ProjectName.FORM);
    }

    @Override
    public String token() {
        return ConnectorContext.budgetKey(config);
    }

    @Override
    public String tokenHash() {
        return config.token().hash();
    }

    @Override
    public List<String> warnings() {
        return tasks.warnings();
    }

    @Override
    public Optional<ProviderException> blocked() {
        return context.budget(config).blocked();
    }

    @Override
    public List<Quota> quotas() {
        return context.budget(config).quotas();
    }

    @Override
    public RepositoryProbe probe() {
        return tasks.probe();
    }

    @Override
    public void refresh() {
        tasks.refresh();
    }

    @Override
    public List<RepositoryTask> repositories() {
        return tasks.all();
    }

    @Override
    public HookAddress addressOf(Delivery delivery) {
        return HookAddresses.of(delivery);
    }

    @Override
    public void reach(String repository, PastFindings past) {
        ProjectName.parse(repository).ifPresent(name -> tasks.reach(name, past));
    }
}
