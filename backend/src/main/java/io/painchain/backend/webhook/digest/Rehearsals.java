package io.painchain.backend.webhook.digest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.inject.Singleton;

import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.id.Ids;
import io.painchain.backend.integration.IntegrationDirectory;
import io.painchain.backend.integration.IntegrationReference;
import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.task.AwaitedTasks;
import io.painchain.backend.task.FinishedTask;
import io.painchain.backend.task.NewTask;
import io.painchain.backend.webhook.digest.RehearsalRepository.Kept;
import io.painchain.model.event.Outcome;
import io.painchain.model.task.ReplayOutput;
import io.painchain.model.task.ReplayOutput.Replayed;
import io.painchain.model.task.TaskKind;
import io.painchain.model.task.TaskState;
import io.painchain.model.task.WebhookInput;
import io.smallrye.mutiny.Uni;

/** Derives events of deliveries once more and says what would differ; nothing is stored. */
@Singleton
public class Rehearsals {

    private static final int AT_ONCE = 50;
    private static final long MOST_BYTES = 2L * 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    private static final UUID FIRST = new UUID(0, 0);

    private final RehearsalRepository repository;
    private final HandedDeliveries deliveries;
    private final IntegrationDirectory integrations;
    private final AwaitedTasks tasks;
    private final RepeatedTransaction transaction;

    Rehearsals(RehearsalRepository repository, HandedDeliveries deliveries, IntegrationDirectory integrations,
            AwaitedTasks tasks, RepeatedTransaction transaction) {
        this.repository = repository;
        this.deliveries = deliveries;
        this.integrations = integrations;
        this.tasks = tasks;
        this.transaction = transaction;
    }

    /** @param after where the portion before ended, or {@code null} */
    public Uni<RehearsalView> next(String integrationId, Instant from, Instant to, String after) {
        var integration = integrations.require(integrationId);
        var behind = after == null ? FIRST
                : Ids.parse(after).orElseThrow(() -> ProblemType.invalid("/after", "is no id of a delivery"));
        var kept = transaction.call(() -> portion(repository.after(integration.tenantId(), integration.id(), behind, from, to,
                AT_ONCE)));
        if (kept.isEmpty()) {
            return Uni.createFrom().item(RehearsalView.END);
        }
        return tasks.ask(task(integration, kept)).map(done -> difference(kept, output(done)));
    }

    private static List<Kept> portion(List<Kept> kept) {
        long bytes = 0;
        for (int i = 0; i < kept.size(); i++) {
            bytes += kept.get(i).delivery().body().length;
            if (bytes > MOST_BYTES && i > 0) {
                return kept.subList(0, i);
            }
        }
        return kept;
    }

    private NewTask task(IntegrationReference integration, List<Kept> kept) {
        var input = new WebhookInput(kept.stream().map(one -> deliveries.of(one.delivery())).toList());
        return NewTask.awaited(integration.type(), TaskKind.replay, integration.tenantId(), integration.id(), input, PATIENCE);
    }

    private ReplayOutput output(FinishedTask done) {
        if (done.state() != TaskState.done) {
            throw AwaitedTasks.refusal(done);
        }
        return tasks.read(done, ReplayOutput.class);
    }

    private static RehearsalView difference(List<Kept> kept, ReplayOutput output) {
        Map<String, Replayed> byDelivery = new HashMap<>();
        output.deliveries().forEach(one -> byDelivery.put(one.id(), one));
        var added = new TreeSet<String>();
        var changed = new ArrayList<RehearsalView.Changed>();
        var gone = new TreeSet<String>();
        int unchanged = 0;
        int silent = 0;
        for (var one : kept) {
            var now = Optional.ofNullable(byDelivery.get(one.delivery().key())).map(Replayed::events).orElse(List.of());
            gone.addAll(one.events());
            silent += now.isEmpty() && one.events().isEmpty() ? 1 : 0;
            for (var event : now) {
                gone.remove(event.externalId());
                unchanged += event.outcome() == Outcome.unchanged || event.outcome() == Outcome.outdated ? 1 : 0;
                if (event.outcome() == Outcome.created) {
                    added.add(event.externalId());
                } else if (event.outcome() == Outcome.updated) {
                    changed.add(new RehearsalView.Changed(event.externalId(),
                            event.changed() == null ? List.of() : event.changed()));
                }
            }
        }
        output.deliveries().forEach(one -> one.events().forEach(event -> gone.remove(event.externalId())));
        return new RehearsalView(kept.size(), List.copyOf(added), changed, List.copyOf(gone), unchanged, silent,
                kept.get(kept.size() - 1).delivery().id().toString());
    }
}
