package io.painchain.github.registration;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.painchain.github.api.record.hook.HookDelivery;
import io.painchain.github.api.record.hook.RegisteredHook;

/** Where a webhook is at GitHub; what cannot be done there throws {@link IllegalArgumentException} with a sentence. */
interface RemoteHooks {

    Optional<RegisteredHook> find(String id, String url);

    RegisteredHook create(List<String> events, Map<String, Object> config);

    void update(RegisteredHook hook, List<String> events, Map<String, Object> config);

    void ping(RegisteredHook hook);

    void remove(RegisteredHook hook);

    /** As far as {@code enough}. */
    Deliveries deliveries(RegisteredHook hook, Predicate<HookDelivery> enough);

    void redeliver(RegisteredHook hook, HookDelivery delivery);
}
