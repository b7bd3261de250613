package io.painchain.connector.taskhandler;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.painchain.connector.backend.BackendClient;
import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.checkpoint.CheckpointBook;
import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.PastFindings;
import io.painchain.connector.kind.Cadences;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.repository.PastReading;
import io.painchain.connector.repository.PastReading.Found;
import io.painchain.connector.repository.PastReading.Window;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.connector.taskhandler.BackfillPlan.Step;
import io.painchain.model.integration.RepositoryStatus;
import io.painchain.model.task.BackfillInput;
import io.painchain.model.task.Task;

/** Reads the past slowly, step by step, and resumes where an earlier attempt stopped. */
public final class BackfillHandler implements TaskHandler {

    private static final int PATIENCE = 20;

    /** {@code past} counts separately what it posts; {@code mainResource} names the quota of which half is left. */
    public record Setting(Kinds kinds, String mainResource, EventPublisher past, BackendClient backend, Cadences cadences,
            Clock clock) {
    }

    private final Setting with;
    private final Function<Task, PastIntegration> open;
    private final Reached reached;

    /** @param open throws IllegalArgumentException with a sentence where the integration cannot be read */
    public BackfillHandler(Setting with, Function<Task, PastIntegration> open, Reached reached) {
        this.with = with;
        this.open = open;
        this.reached = reached;
    }

    @Override
    public Object handle(Task task, Progress progress) {
        BackfillInput input = ContractJson.record(task.input(), BackfillInput.class);
        PastIntegration integration;
        try {
            integration = open.apply(task);
        } catch (IllegalArgumentException e) {
            throw new TaskFailedException(409, e.getMessage());
        }
        if (input.from() == null) {
            throw new TaskFailedException(400, "from is required");
        }
        Set<String> types = input.kinds() == null ? Set.of() : Set.copyOf(input.kinds());
        Window window = new Window(input.from(), input.to() == null ? with.clock().instant() : input.to(), types);
        BackfillPlan plan = BackfillPlan.of(repositories(task, integration), PastReading.kinds(with.kinds(), types));
        new Run(task, progress, integration, plan, window).from(plan.done(input.resume()));
        return null;
    }

    private static List<String> repositories(Task task, PastIntegration integration) {
        if (!integration.repositories().isEmpty()) {
            return integration.repositories();
        }
        List<RepositoryStatus> polled = task.integration().repositories();
        return polled == null ? List.of() : polled.stream().map(RepositoryStatus::name).toList();
    }

    @FunctionalInterface
    public interface Reached {

        void tell(String integrationId, String repository, PastFindings past);
    }

    private final class Run {

        private final BackfillPlan plan;
        private final Window window;
        private final PastIntegration integration;
        private final BackfillProgress steps;
        private final QuotaReserve reserve;
        private final CrawlContext crawl;

        Run(Task task, Progress progress, PastIntegration integration, BackfillPlan plan, Window window) {
            this.plan = plan;
            this.window = window;
            this.integration = integration;
            this.steps = new BackfillProgress(progress, plan, () -> with.past().tally(task.integrationId()));
            this.reserve = new QuotaReserve(integration::quotas, with.mainResource(), with.clock());
            this.crawl = new CrawlContext(task.integrationId(), with.kinds(), with.past(),
                    new CheckpointBook(with.kinds(), with.backend().checkpoints(task.integrationId())), with.cadences(),
                    with.clock(), this::beforeEachRequest);
        }

        void from(int done) {
            steps.begin(done);
            for (int i = done; i < plan.steps().size(); i++) {
                Step step = plan.steps().get(i);
                steps.step(i, "Reading " + with.kinds().named(step.kind()).words() + " of " + step.repository());
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
            for (int tries = 1;; tries++) {
                try {
                    Found found = new PastReading<>(crawl, integration.repository(step.repository(), crawl)).read(step.kind(),
                            window);
                    reached.tell(crawl.integrationId(), step.repository(), found.past());
                    return found.problems().isEmpty() ? null : String.join("; ", found.problems());
                } catch (ProviderException e) {
                    if (e.is(Kind.UNAUTHORIZED) || e.is(Kind.STOPPING)) {
                        throw e;
                    }
                    if (!(e.is(Kind.RATE_LIMITED) || e.is(Kind.UNAVAILABLE)) || tries > PATIENCE) {
                        return e.getMessage();
                    }
                    Instant until = e.until() == null ? with.clock().instant().plusSeconds(30) : e.until();
                    reserve.until(until, e.getMessage(), steps::wait);
                }
            }
        }
    }
}
