package io.painchain.simulator.world.hook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import io.painchain.simulator.world.repository.Repository;

/** Sends nothing by itself: tests say what was delivered, and how it was answered. */
public final class Hooks {

    private static final long FIRST = 512_000_000L;
    private static final long FIRST_DELIVERY = 140_000_000_000L;

    private final Repository repository;
    private final Map<Long, Hook> hooks = new TreeMap<>();
    private final List<HookDelivery> deliveries = new ArrayList<>();
    private long next = FIRST;
    private long nextDelivery = FIRST_DELIVERY;

    public Hooks(Repository repository) {
        this.repository = repository;
    }

    public List<Hook> all() {
        return repository.read(() -> List.copyOf(hooks.values()));
    }

    public Optional<Hook> find(long id) {
        return repository.read(() -> Optional.ofNullable(hooks.get(id)));
    }

    public Hook create(String url, String contentType, String secret, List<String> events) {
        return repository.write(() -> {
            var now = repository.world().clock().instant();
            Hook hook = new Hook(next++, url, contentType, secret, List.copyOf(events), true, now, now);
            hooks.put(hook.id(), hook);
            return hook;
        });
    }

    public Hook edit(long id, List<String> events, boolean active) {
        return repository.write(
                () -> hooks.computeIfPresent(id,
                        (key, hook) -> hook.with(events, active, repository.world().clock().instant())));
    }

    public Hook configure(long id, String url, String contentType, String secret) {
        return repository.write(() -> hooks.computeIfPresent(id,
                (key, hook) -> hook.configured(url, contentType, secret, repository.world().clock().instant())));
    }

    public void delete(long id) {
        repository.write(() -> {
            hooks.remove(id);
        });
    }

    /** @param guid {@code null} for a new one */
    public HookDelivery delivered(long hook, String event, String guid, int statusCode) {
        return repository.write(() -> {
            HookDelivery delivery = new HookDelivery(nextDelivery++, hook, guid == null ? UUID.randomUUID().toString() : guid,
                    repository.world().clock().instant(), guid != null && known(guid), statusCode, event);
            deliveries.add(0, delivery);
            return delivery;
        });
    }

    /** The newest first. */
    public List<HookDelivery> deliveries(long hook) {
        return repository.read(() -> deliveries.stream().filter(delivery -> delivery.hook() == hook).toList());
    }

    private boolean known(String guid) {
        return deliveries.stream().anyMatch(delivery -> delivery.guid().equals(guid));
    }
}
