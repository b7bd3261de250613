package io.painchain.connector.simple;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.cycle.Provider;
import io.painchain.connector.cycle.SyncedIntegration;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.limit.RateLimitBudgets;
import io.painchain.connector.limit.Waiting;
import io.painchain.connector.list.WholeReads;
import io.painchain.model.connector.ConnectorType;
import io.painchain.model.integration.IntegrationView;

/** Opens integrations of a simple connector for the shared cycles. */
final class SimpleProvider<T> implements Provider {

    private static final int REQUESTS_PER_MINUTE = 120;
    private static final Duration SHORTEST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** @param usual between two reads of an integration that names no {@code pollInterval} */
    record Surroundings(BackendClient backend, EventPublisher publisher, HttpTransport transport, Clock clock, Duration usual) {
    }

    private final SimpleConnector<T> connector;
    private final ConnectorType type;
    private final Surroundings with;
    private final Refusals refusals;
    private final RateLimitBudgets budgets;
    private final ListKind kind;
    private final Kinds kinds;

    SimpleProvider(SimpleConnector<T> connector, ConnectorType type, Surroundings with) {
        this.connector = connector;
        this.type = type;
        this.with = with;
        this.refusals = new Refusals(type.displayName());
        this.budgets = new RateLimitBudgets(this::budget);
        this.kind = new ListKind(connector.list().words(), type.eventTypes().keySet());
        this.kinds = new Kinds(type.displayName(), List.of(kind));
    }

    @Override
    public String name() {
        return type.displayName();
    }

    @Override
    public SyncedIntegration open(IntegrationView integration, Runnable goOn) {
        Map<String, Object> config = integration.config();
        Account account = connector.account(config);
        RateLimitBudget budget = budgets.of(account.key());
        JsonApi api = api(account, budget);
        Checkpoints checkpoints = new Checkpoints(integration.id());
        return new SimpleIntegration(account, budget, interval(config), () -> connector.repositories(api, config),
                name -> repository(new CrawlContext(integration.id(), kinds, with.publisher(), checkpoints.book(),
                        Cadences.USUAL, with.clock(), goOn), api, name));
    }

    @Override
    public void keepOnly(Set<String> tokens) {
        budgets.keepOnly(tokens);
    }

    /** For what users ask, beside the polling's own pace. */
    JsonApi quick(Account account) {
        return api(account, budget());
    }

    private ListedRepository repository(CrawlContext crawl, JsonApi api, String name) {
        ListSource<T> source = new ListSource<>(connector, connector.path(name),
                new Scope(type.id(), crawl.integrationId(), name));
        WholeReads wholeReads = new WholeReads(crawl.cadences().wholeEvery(), crawl.clock(), name.hashCode());
        return new ListedRepository(crawl, name, kind, source, new ListReader(api, wholeReads, crawl.goOn()));
    }

    private JsonApi api(Account account, RateLimitBudget budget) {
        return new JsonApi(connector, account, with.transport(), budget, refusals, with.clock());
    }

    private RateLimitBudget budget() {
        return new RateLimitBudget(new PlainLimits(type.displayName()), with.clock(), REQUESTS_PER_MINUTE, Waiting.MACHINE);
    }

    private Duration interval(Map<String, Object> config) {
        if (!(config.get("pollInterval") instanceof Number seconds)) {
            return with.usual();
        }
        Duration asked = Duration.ofSeconds(seconds.longValue());
        return asked.compareTo(SHORTEST) < 0 ? SHORTEST : asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    /** Asked for with the first repository, when the backend is known to be there. */
    private final class Checkpoints {

        private final String integrationId;
        private CheckpointBook book;

        private Checkpoints(String integrationId) {
            this.integrationId = integrationId;
        }

        private CheckpointBook book() {
            if (book == null) {
                book = new CheckpointBook(kinds, with.backend().checkpoints(integrationId));
            }
            return book;
        }
    }
}
