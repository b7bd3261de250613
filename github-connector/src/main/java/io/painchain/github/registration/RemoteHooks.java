package io.painchain.github.registration;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.painchain.connector.list.PageTurns;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubJson;
import io.painchain.github.api.record.hook.HookDelivery;
import io.painchain.github.api.record.hook.RegisteredHook;

/** The hooks of one repository or organization, over the API. */
final class RemoteHooks {

    private static final int PAGES = 10;

    private final GitHubApi api;
    private final String base;

    /** @param base such as {@code /repos/acme/api} */
    RemoteHooks(GitHubApi api, String base) {
        this.api = api;
        this.base = base + "/hooks";
    }

    Optional<RegisteredHook> find(String id, String url) {
        List<RegisteredHook> all = new ArrayList<>();
        PageTurns<RegisteredHook> turns = new PageTurns<>(api.url(base + "?per_page=100"), PAGES,
                page -> api.page(page, null, null, RegisteredHook.class));
        while (turns.more()) {
            all.addAll(turns.turn().items());
        }
        return all.stream().filter(hook -> hook.id().toString().equals(id)).findFirst()
                .or(() -> all.stream().filter(hook -> hook.sendsTo(url)).findFirst());
    }

    RegisteredHook create(List<String> events, Map<String, Object> config) {
        return api.body(api.write("POST", api.url(base),
                GitHubJson.bytes(Map.of("name", "web", "active", true, "events", events, "config", config))),
                RegisteredHook.class);
    }

    /** The configuration goes by its own address: beside other fields it would lose the secret that it does not name. */
    void update(long id, List<String> events, Map<String, Object> config) {
        api.write("PATCH", api.url(base + "/" + id), GitHubJson.bytes(Map.of("active", true, "events", events)));
        api.write("PATCH", api.url(base + "/" + id + "/config"), GitHubJson.bytes(config));
    }

    void ping(long id) {
        api.write("POST", api.url(base + "/" + id + "/pings"), null);
    }

    void remove(long id) {
        try {
            api.write("DELETE", api.url(base + "/" + id), null);
        } catch (ProviderException e) {
            if (!e.is(Kind.NOT_FOUND)) {
                throw e;
            }
        }
    }

    /** The newest of each event, the newest first, as far as {@code enough}. */
    Map<String, HookDelivery> deliveries(long id, Predicate<HookDelivery> enough) {
        Map<String, HookDelivery> found = new LinkedHashMap<>();
        URI first = api.url(base + "/" + id + "/deliveries?per_page=100");
        PageTurns<HookDelivery> turns = new PageTurns<>(first, PAGES, page -> api.page(page, null, null, HookDelivery.class));
        boolean more = true;
        while (more && turns.more()) {
            for (HookDelivery delivery : turns.turn().items()) {
                more &= !enough.test(delivery);
                if (more) {
                    found.putIfAbsent(delivery.guid(), delivery);
                }
            }
        }
        return found;
    }

    void redeliver(long hook, long delivery) {
        api.write("POST", api.url(base + "/" + hook + "/deliveries/" + delivery + "/attempts"), null);
    }
}
