package io.painchain.backend.webhook.inbox;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.database.DatabaseFailures;
import io.painchain.backend.database.DatabaseScope;
import io.painchain.backend.database.RepeatedTransaction;
import io.painchain.backend.task.FormingQueue;
import io.painchain.backend.webhook.BodyPartitions;
import io.painchain.model.task.TaskKind;

/**
 * Stores what arrives while the commit before is under way in one transaction: alone a delivery waits for no other, and many
 * share a commit. Nothing is acknowledged before its commit.
 */
@Singleton
class DeliveryWriter {

    private static final int MOST = 100;
    private static final long MOST_BYTES = 32L * 1024 * 1024;

    private final DeliveryRepository repository;
    private final BodyPartitions partitions;
    private final RepeatedTransaction transaction;
    private final FormingQueue queue;
    private final ScheduledExecutorService executor;
    private final DatabaseScope scope;
    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private boolean isWriting;

    DeliveryWriter(DeliveryRepository repository, BodyPartitions partitions, RepeatedTransaction transaction,
            FormingQueue queue, ScheduledExecutorService executor, DatabaseScope scope) {
        this.repository = repository;
        this.partitions = partitions;
        this.transaction = transaction;
        this.queue = queue;
        this.executor = executor;
        this.scope = scope;
    }

    enum Stored {
        accepted,
        duplicate,
        /** Its integration was deleted. */
        unknown
    }

    private record Waiting(NewDelivery delivery, CompletableFuture<Stored> stored) {
    }

    CompletableFuture<Stored> store(NewDelivery delivery) {
        var stored = new CompletableFuture<Stored>();
        synchronized (waiting) {
            waiting.add(new Waiting(delivery, stored));
            if (isWriting) {
                return stored;
            }
            isWriting = true;
        }
        executor.execute(() -> scope.runOfAll(this::writeAll));
        return stored;
    }

    private void writeAll() {
        for (var batch = take(); !batch.isEmpty(); batch = take()) {
            write(batch);
        }
    }

    private List<Waiting> take() {
        synchronized (waiting) {
            var batch = new ArrayList<Waiting>();
            long bytes = 0;
            while (!waiting.isEmpty() && batch.size() < MOST && bytes < MOST_BYTES) {
                bytes += waiting.peek().delivery().body().length;
                batch.add(waiting.remove());
            }
            isWriting = !batch.isEmpty();
            return batch;
        }
    }

    private List<Waiting> takeAll() {
        synchronized (waiting) {
            var all = List.copyOf(waiting);
            waiting.clear();
            return all;
        }
    }

    private void write(List<Waiting> batch) {
        try {
            // In one order everywhere, so that two backends do not wait for each other.
            var deliveries = batch.stream().map(Waiting::delivery).sorted(Comparator.comparing(NewDelivery::tenantId)
                    .thenComparing(NewDelivery::integrationId).thenComparing(NewDelivery::key)).toList();
            deliveries.stream().map(NewDelivery::day).distinct().forEach(partitions::ensure);
            var outcomes = transaction.call(() -> insert(deliveries));
            deliveries.stream().map(NewDelivery::type).distinct().forEach(type -> queue.wake(type, TaskKind.webhook));
            batch.forEach(one -> one.stored().complete(outcomes.get(one.delivery().id())));
        } catch (RuntimeException | Error e) {
            batch.forEach(one -> one.stored().completeExceptionally(e));
            if (DatabaseFailures.isAway(e)) { // those behind would each wait as long in vain
                takeAll().forEach(one -> one.stored().completeExceptionally(e));
            }
        }
    }

    private Map<UUID, Stored> insert(List<NewDelivery> deliveries) {
        var held = repository.holdIntegrations(deliveries);
        var known = deliveries.stream().filter(one -> held.contains(one.integrationId())).toList();
        var inserted = known.isEmpty() ? Set.<UUID> of() : repository.insert(known);
        var fresh = known.stream().filter(one -> inserted.contains(one.id())).toList();
        if (!fresh.isEmpty()) {
            repository.insertBodies(fresh);
            touchConfigs(fresh);
        }
        var outcomes = new HashMap<UUID, Stored>();
        for (var one : deliveries) {
            outcomes.put(one.id(), !held.contains(one.integrationId()) ? Stored.unknown
                    : inserted.contains(one.id()) ? Stored.accepted : Stored.duplicate);
        }
        known.stream().filter(one -> !inserted.contains(one.id()))
                .forEach(one -> repository.requeueDead(one, one.receivedAt()));
        return outcomes;
    }

    private void touchConfigs(List<NewDelivery> fresh) {
        fresh.stream().filter(one -> one.configId() != null)
                .collect(Collectors.toMap(NewDelivery::configId, one -> one, (one, other) -> other, LinkedHashMap::new))
                .values().forEach(one -> repository.touchConfig(one.tenantId(), one.configId(), one.receivedAt()));
    }
}
