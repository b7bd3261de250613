package io.painchain.github.taskhandler;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.BackfillPlan;
import io.painchain.connector.taskhandler.BackfillPlan.Step;
import io.painchain.connector.taskhandler.BackfillProgress;
import io.painchain.connector.taskhandler.QuotaReserve;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubLimits;
import io.painchain.github.api.RepositoryName;
import io.painchain.github.api.graphql.GraphQl;
import io.painchain.github.change.ChangeKinds;
import io.painchain.github.config.IntegrationConfig;
import io.painchain.github.integration.ConnectorContext;
import io.painchain.github.repository.PastReading;
import io.painchain.github.repository.PastReading.Found;
import io.painchain.github.repository.PastReading.Window;
import io.painchain.github.repository.RepositoryContext;
import io.painchain.model.integration.RepositoryStatus;
import io.painchain.model.task.BackfillInput;
import io.painchain.model.task.Task;

/** Reads the past slowly, step by step, and resumes where an earlier attempt stopped. */
public final class BackfillHandler implements TaskHandler {

    private static final int PATIENCE = 20;

    private final ConnectorContext context;
    private final Connections connections;
    private final EventPublisher past;
    private final Reached reached;

    /** {@code connections} need a gate for the past alone; {@code past} counts separately what it posts. */
    public BackfillHandler(ConnectorContext context, Connections connections, EventPublisher past, Reached reached) {
        this.context = context;
        this.connections = connections;
        this.past = past;
        this.reached = reached;
    }

    @Override
    public Object handle(Task task, Progress progress) {
        BackfillInput input = ContractJson.record(task.input(), BackfillInput.class);
        IntegrationConfig config;
        try {
            config = connections.config(task, null);
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(409, e.getMessage());
        }
        if (input.from() == null) {
            throw new TaskFailedException(400, "from is required");
        }
        Set<String> types = input.kinds() == null ? Set.of() : Set.copyOf(input.kinds());
        Window window = new Window(input.from(), input.to() == null ? context.clock().instant() : input.to(), types);
        BackfillPlan plan = BackfillPlan.of(repositories(task, config).keySet().stream().map(RepositoryName::toString).toList(),
                PastReading.kinds(ChangeKinds.ALL, types));
        new Run(task, progress, config, plan, window).from(plan.done(input.resume()));
        return null;
    }

    private static Map<RepositoryName, List<String>> repositories(Task task, IntegrationConfig config) {
        if (!config.repositories().isEmpty()) {
            return config.repositories();
        }
        Map<RepositoryName, List<String>> polled = new LinkedHashMap<>();
        List<RepositoryStatus> known = task.integration().repositories();
        (known == null ? List.<RepositoryStatus> of() : known).stream().map(RepositoryStatus::name)
                .flatMap(name -> RepositoryName.parse(name).stream()).forEach(name -> polled.put(name, List.of()));
        return polled;
    }

    @FunctionalInterface
    public interface Reached {

        void tell(String integrationId, RepositoryName repository, PastFindings past);
    }

    private final class Run {

        private final BackfillPlan plan;
        private final Window window;
        private final IntegrationConfig config;
        private final BackfillProgress steps;
        private final QuotaReserve reserve;
        private final RepositoryContext repositoryContext;

        Run(Task task, Progress progress, IntegrationConfig config, BackfillPlan plan, Window window) {
            this.plan = plan;
            this.window = window;
            this.config = config;
            this.steps = new BackfillProgress(progress, plan,
                    () -> past.tally(task.integrationId()));
            this.reserve = new QuotaReserve(() -> context.budget(config).quotas(), GitHubLimits.CORE, context.clock());
            GitHubApi api = connections.api(config);
            CrawlContext crawl = new CrawlContext(task.integrationId(), ChangeKinds.ALL, past,
                    new CheckpointBook(ChangeKinds.ALL, context.backend().checkpoints(task.integrationId())),
                    context.settings().cadences(), context.clock(), this::beforeEachRequest);
            this.repositoryContext = new RepositoryContext(crawl, api,
                    new GraphQl(api, context.clock(), "details of pull requests"),
                    ChangeKinds.LIST, (id, name) -> true, config.branches());
        }

        void from(int done) {
            steps.begin(done);
            for (int i = done; i < plan.steps().size(); i++) {
                Step step = plan.steps().get(i);
                steps.step(i, "Reading " + ChangeKinds.ALL.named(step.kind()).words() + " of " + step.repository());
                steps.done(i, read(step));
            }
            steps.end();
        }

        private void beforeEachRequest() {
            steps.goOn();
            reserve.await(steps::wait);
        }

        /** @return what could not be read, or null */
        private String read(Step step) {
            RepositoryName name = RepositoryName.parse(step.repository()).orElseThrow();
            for (int tries = 1;; tries++) {
                try {
                    Found found = new PastReading(repositoryContext, name, config.repositories().getOrDefault(name, List.of()))
                            .read(step.kind(), window);
                    reached.tell(repositoryContext.crawl().integrationId(), name, found.past());
                    return found.problems().isEmpty() ? null : String.join("; ", found.problems());
                } catch (ProviderException e) {
                    if (e.is(Kind.UNAUTHORIZED) || e.is(Kind.STOPPING)) {
                        throw e;
                    }
                    if (!(e.is(Kind.RATE_LIMITED) || e.is(Kind.UNAVAILABLE)) || tries > PATIENCE) {
                        return e.getMessage();
                    }
                    Instant until = e.until() == null ? context.clock().instant().plusSeconds(30) : e.until();
                    reserve.until(until, e.getMessage(), steps::wait);
                }
            }
        }
    }
}
