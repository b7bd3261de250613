package io.painchain.connector.simple;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.cycle.CycleReport.UnsoundNames;
import io.painchain.connector.cycle.RepositoryProbe;
import io.painchain.connector.cycle.RepositoryTask;
import io.painchain.connector.cycle.SyncedIntegration;
import io.painchain.connector.kind.Sight;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.provider.ProviderException;

/** An integration whose repositories are asked for anew in each cycle. */
final class SimpleIntegration implements SyncedIntegration, RepositoryProbe {

    private final Account account;
    private final RateLimitBudget budget;
    private final Duration pollInterval;
    private final Listing listing;
    private final Function<String, ListedRepository> begin;
    private final Map<String, RepositoryTask> tasks = new LinkedHashMap<>();
    private volatile List<RepositoryTask> all = List.of();

    interface Listing {

        List<String> names();
    }

    SimpleIntegration(Account account, RateLimitBudget budget, Duration pollInterval, Listing listing,
            Function<String, ListedRepository> begin) {
        this.account = account;
        this.budget = budget;
        this.pollInterval = pollInterval;
        this.listing = listing;
        this.begin = begin;
    }

    @Override
    public void refresh() {
        List<String> names = listing.names();
        tasks.keySet().retainAll(names);
        names.forEach(name -> tasks.computeIfAbsent(name, added -> new RepositoryTask(added, begin.apply(added))));
        all = List.copyOf(tasks.values());
    }

    @Override
    public List<RepositoryTask> repositories() {
        return all;
    }

    @Override
    public String words() {
        return "everything at " + account;
    }

    @Override
    public Duration pollInterval() {
        return pollInterval;
    }

    @Override
    public UnsoundNames unsound() {
        return new UnsoundNames(List.of(), "");
    }

    @Override
    public String token() {
        return account.key();
    }

    @Override
    public String tokenHash() {
        return account.key();
    }

    @Override
    public List<String> warnings() {
        return List.of();
    }

    @Override
    public Optional<ProviderException> blocked() {
        return budget.blocked();
    }

    @Override
    public List<Quota> quotas() {
        return budget.quotas();
    }

    @Override
    public RepositoryProbe probe() {
        return this;
    }

    @Override
    public void reach(String repository, PastFindings past) {
        // Nothing is backfilled.
    }

    @Override
    public int atOnce() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean available() {
        return false;
    }

    @Override
    public Map<String, Sight> look(List<String> names) {
        return Map.of();
    }
}
