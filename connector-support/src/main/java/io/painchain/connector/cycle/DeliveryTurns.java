package io.painchain.connector.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

import io.painchain.connector.webhook.DeliveryReader;
import io.painchain.connector.webhook.Derivation;
import io.painchain.model.task.WebhookInput.Delivery;
import io.painchain.model.task.WebhookOutput.Outcome;
import io.painchain.model.task.WebhookOutput.State;

/** Has deliveries digested in their repositories' turns, so that nothing is read or stored beside a poll. */
final class DeliveryTurns {

    private final SyncedIntegration synced;
    private final FairExecutor lanes;
    private final String integrationId;
    private final Runnable goOn;

    /** @param goOn throws when the connector is stopping or the integration is gone */
    DeliveryTurns(SyncedIntegration synced, FairExecutor lanes, String integrationId, Runnable goOn) {
        this.synced = synced;
        this.lanes = lanes;
        this.integrationId = integrationId;
        this.goOn = goOn;
    }

    CompletableFuture<List<Outcome>> digest(List<Delivery> deliveries) {
        return inTurns(deliveries, DeliveryReader::digest,
                (delivery, reason) -> new Outcome(delivery.id(), State.ignored, reason, null, null));
    }

    /** Stores nothing. */
    CompletableFuture<List<Derivation>> derive(List<Delivery> deliveries) {
        return inTurns(deliveries, DeliveryReader::derive, Derivation::none);
    }

    /** What comes of them is in no order; the failure of one repository's turn fails all. */
    private <O> CompletableFuture<List<O>> inTurns(List<Delivery> deliveries,
            BiFunction<DeliveryReader, List<Delivery>, List<O>> work, BiFunction<Delivery, String, O> elsewhere) {
        List<O> outcomes = new ArrayList<>();
        Map<RepositoryTask, List<Delivery>> turns = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            HookAddress address = synced.addressOf(delivery);
            Optional<RepositoryTask> task = at(address);
            if (task.isPresent()) {
                turns.computeIfAbsent(task.get(), fresh -> new ArrayList<>()).add(delivery);
            } else {
                outcomes.add(elsewhere.apply(delivery, reason(address)));
            }
        }
        List<CompletableFuture<List<O>>> all = turns.entrySet().stream()
                .map(turn -> inTurn(turn.getKey(), reader -> work.apply(reader, turn.getValue()))).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(done -> {
            all.forEach(one -> outcomes.addAll(one.join()));
            return outcomes;
        });
    }

    private <O> CompletableFuture<List<O>> inTurn(RepositoryTask task, Function<DeliveryReader, List<O>> work) {
        CompletableFuture<List<O>> outcomes = new CompletableFuture<>();
        queue(task, work, outcomes);
        return outcomes;
    }

    private <O> void queue(RepositoryTask task, Function<DeliveryReader, List<O>> work, CompletableFuture<List<O>> outcomes) {
        lanes.submit(synced.token(), integrationId, true, () -> {
            if (task.tryTurn(() -> queue(task, work, outcomes))) {
                run(task, work, outcomes);
            }
        });
    }

    private <O> void run(RepositoryTask task, Function<DeliveryReader, List<O>> work, CompletableFuture<List<O>> outcomes) {
        try {
            goOn.run();
            outcomes.complete(work.apply(task.sync().deliveries()));
        } catch (RuntimeException | Error e) {
            outcomes.completeExceptionally(e);
        } finally {
            task.turnEnded();
        }
    }

    private Optional<RepositoryTask> at(HookAddress address) {
        return address.repository() == null ? Optional.empty()
                : synced.repositories().stream().filter(task -> task.sync().isAt(address)).findFirst();
    }

    private static String reason(HookAddress address) {
        return address.reason() == null ? address.repository() + " is not among the repositories that are read here"
                : address.reason();
    }
}
