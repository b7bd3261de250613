package io.painchain.connector.webhook;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.backend.EventPublisher;
import io.painchain.connector.task.Progress;
import io.painchain.connector.task.TaskAbandonedException;
import io.painchain.connector.task.TaskHandler;
import io.painchain.model.event.BatchResult.Item;
import io.painchain.model.event.EventDraft;
import io.painchain.model.task.ReplayOutput;
import io.painchain.model.task.ReplayOutput.Derived;
import io.painchain.model.task.ReplayOutput.Replayed;
import io.painchain.model.task.Task;
import io.painchain.model.task.WebhookInput;
import io.painchain.model.task.WebhookInput.Delivery;

/** Derives events once more with the mappers of today, and has the backend say what would become of them. */
public final class ReplayHandler implements TaskHandler {

    private final BiFunction<String, List<Delivery>, Optional<CompletableFuture<List<Derivation>>>> derive;
    private final EventPublisher publisher;

    /** @param derive empty where the integration is not polled here, or not yet */
    public ReplayHandler(BiFunction<String, List<Delivery>, Optional<CompletableFuture<List<Derivation>>>> derive,
            EventPublisher publisher) {
        this.derive = derive;
        this.publisher = publisher;
    }

    @Override
    public Object handle(Task task, Progress progress) {
        WebhookInput input = ContractJson.record(task.input(), WebhookInput.class);
        List<Derivation> derived = WebhookHandler.await(derive.apply(task.integrationId(), input.deliveries())
                .orElseThrow(() -> new TaskAbandonedException("the integration is not polled here yet")), progress);
        List<EventDraft> drafts = derived.stream().flatMap(one -> one.drafts().stream()).toList();
        Iterator<Item> items = publisher.rehearse(task.integrationId(), drafts).iterator();
        List<Replayed> all = new ArrayList<>();
        for (Derivation one : derived) {
            List<Derived> events = one.drafts().stream().map(draft -> derived(draft, items.next())).toList();
            all.add(new Replayed(one.delivery().id(), one.reason(), events));
        }
        return new ReplayOutput(all);
    }

    private static Derived derived(EventDraft draft, Item item) {
        return new Derived(draft.externalId(), item.outcome(), item.changed());
    }
}
