package io.painchain.simulator.world.hook;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToIntFunction;

/** Sends nothing by itself: tests say what was delivered, how it was answered, and how what is asked for again is. */
public final class Hooks {

    private static final int ACCEPTED = 202;
    /** Also of different places, ids are never the same. */
    private static final AtomicLong NEXT = new AtomicLong(512_000_000L);
    private static final AtomicLong NEXT_DELIVERY = new AtomicLong(140_000_000_000L);

    private final Clock clock;
    private final Runnable changed;
    private final Map<Long, Hook> hooks = new TreeMap<>();
    private final List<HookDelivery> deliveries = new ArrayList<>();
    private volatile ToIntFunction<HookDelivery> sender = delivery -> ACCEPTED;

    /** @param changed runs after each change */
    public Hooks(Clock clock, Runnable changed) {
        this.clock = clock;
        this.changed = changed;
    }

    /** @param newSender sends what is asked for again, and returns the status of the answer */
    public void sendBy(ToIntFunction<HookDelivery> newSender) {
        sender = newSender;
    }

    public synchronized List<Hook> all() {
        return List.copyOf(hooks.values());
    }

    public synchronized Optional<Hook> find(long id) {
        return Optional.ofNullable(hooks.get(id));
    }

    public Hook create(String url, String contentType, String secret, List<String> events) {
        var now = clock.instant();
        Hook hook = new Hook(NEXT.getAndIncrement(), url, contentType, secret, List.copyOf(events), true, now, now);
        synchronized (this) {
            hooks.put(hook.id(), hook);
        }
        changed.run();
        return hook;
    }

    public Hook edit(long id, List<String> events, boolean active) {
        Hook edited;
        synchronized (this) {
            edited = hooks.computeIfPresent(id, (key, hook) -> hook.with(events, active, clock.instant()));
        }
        changed.run();
        return edited;
    }

    public Hook configure(long id, String url, String contentType, String secret) {
        Hook configured;
        synchronized (this) {
            configured = hooks.computeIfPresent(id,
                    (key, hook) -> hook.configured(url, contentType, secret, clock.instant()));
        }
        changed.run();
        return configured;
    }

    public void delete(long id) {
        synchronized (this) {
            hooks.remove(id);
        }
        changed.run();
    }

    /** @param guid {@code null} for a new one */
    public HookDelivery delivered(long hook, String event, String guid, int statusCode) {
        return delivered(hook, event, guid, statusCode, null, null);
    }

    /** @param installation of the App whose delivery it is, or {@code null} */
    public HookDelivery delivered(long hook, String event, String guid, int statusCode, Long installation) {
        return delivered(hook, event, guid, statusCode, installation, null);
    }

    /** @param repository the id of that whose event it is */
    public HookDelivery deliveredOf(long hook, long repository, String event, String guid, int statusCode) {
        return delivered(hook, event, guid, statusCode, null, repository);
    }

    private HookDelivery delivered(long hook, String event, String guid, int statusCode, Long installation, Long repository) {
        HookDelivery delivery;
        synchronized (this) {
            delivery = new HookDelivery(NEXT_DELIVERY.getAndIncrement(), hook,
                    guid == null ? UUID.randomUUID().toString() : guid, clock.instant(), guid != null && known(guid),
                    statusCode, event, installation, repository);
            deliveries.add(0, delivery);
        }
        changed.run();
        return delivery;
    }

    /** Sends it again under the same GUID; the failed one stays. */
    public HookDelivery again(HookDelivery delivery) {
        return delivered(delivery.hook(), delivery.event(), delivery.guid(), sender.applyAsInt(delivery),
                delivery.installation(), delivery.repository());
    }

    /** The newest first. */
    public synchronized List<HookDelivery> deliveries(long hook) {
        return deliveries.stream().filter(delivery -> delivery.hook() == hook).toList();
    }

    private boolean known(String guid) {
        return deliveries.stream().anyMatch(delivery -> delivery.guid().equals(guid));
    }
}
