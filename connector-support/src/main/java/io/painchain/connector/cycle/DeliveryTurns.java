package io.painchain.connector.cycle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

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

    /** The outcomes come in no order; the failure of one repository's turn fails all. */
    CompletableFuture<List<Outcome>> digest(List<Delivery> deliveries) {
        List<Outcome> outcomes = new ArrayList<>();
        Map<RepositoryTask, List<Delivery>> turns = new LinkedHashMap<>();
        for (Delivery delivery : deliveries) {
            HookAddress address = synced.addressOf(delivery);
            Optional<RepositoryTask> task = at(address);
            if (task.isPresent()) {
                turns.computeIfAbsent(task.get(), fresh -> new ArrayList<>()).add(delivery);
            } else {
                outcomes.add(new Outcome(delivery.id(), State.ignored, reason(address), null, null));
            }
        }
        List<CompletableFuture<List<Outcome>>> all = turns.entrySet().stream()
                .map(turn -> digested(turn.getKey(), turn.getValue())).toList();
        return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).thenApply(done -> {
            all.forEach(one -> outcomes.addAll(one.join()));
            return outcomes;
        });
    }

    private CompletableFuture<List<Outcome>> digested(RepositoryTask task, List<Delivery> deliveries) {
        CompletableFuture<List<Outcome>> outcomes = new CompletableFuture<>();
        queue(task, deliveries, outcomes);
        return outcomes;
    }

    private void queue(RepositoryTask task, List<Delivery> deliveries, CompletableFuture<List<Outcome>> outcomes) {
        lanes.submit(synced.token(), integrationId, true, () -> {
            if (task.tryTurn(() -> queue(task, deliveries, outcomes))) {
                digest(task, deliveries, outcomes);
            }
        });
    }

    private void digest(RepositoryTask task, List<Delivery> deliveries, CompletableFuture<List<Outcome>> outcomes) {
        try {
            goOn.run();
            outcomes.complete(task.sync().digest(deliveries));
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
