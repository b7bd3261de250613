package io.painchain.connector.webhook;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskAbandonedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.model.task.Task;
import io.painchain.model.task.WebhookInput;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookOutput;
import io.painchain.model.task.WebhookOutput.Outcome;

/** Leaves the digesting to the integration's own poller, whose turns and state it takes. */
public final class WebhookHandler implements TaskHandler {

    private final BiFunction<String, List<Delivery>, Optional<CompletableFuture<List<Outcome>>>> digest;

    /** @param digest empty where the integration is not polled here, or not yet */
    public WebhookHandler(BiFunction<String, List<Delivery>, Optional<CompletableFuture<List<Outcome>>>> digest) {
        this.digest = digest;
    }

    @Override
    public Object handle(Task task, Progress progress) {
        WebhookInput input = ContractJson.record(task.input(), WebhookInput.class);
        CompletableFuture<List<Outcome>> outcomes = digest.apply(task.integrationId(), input.deliveries())
                .orElseThrow(() -> new TaskAbandonedException("the integration is not polled here yet"));
        return new WebhookOutput(await(outcomes, progress));
    }

    static <T> T await(CompletableFuture<T> outcomes, Progress progress) {
        for (;;) {
            try {
                return outcomes.get(1, TimeUnit.SECONDS);
            } catch (TimeoutException e) {
                progress.goOn();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new TaskAbandonedException("the connector is stopping");
            } catch (ExecutionException e) {
                if (e.getCause() instanceof RuntimeException cause) {
                    throw cause;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }
}
