package io.painchain.github.registration;

import java.util.ArrayList;
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
final class ListedHooks implements RemoteHooks {

    private static final int PAGES = 10;

    private final GitHubApi api;
    private final String base;

    /** @param base such as {@code /repos/acme/api} */
    ListedHooks(GitHubApi api, String base) {
        this.api = api;
        this.base = base + "/hooks";
    }

    @Override
    public Optional<RegisteredHook> find(String id, String url) {
        List<RegisteredHook> all = new ArrayList<>();
        PageTurns<RegisteredHook> turns = new PageTurns<>(api.url(base + "?per_page=100"), PAGES,
                page -> api.page(page, null, null, RegisteredHook.class));
        while (turns.more()) {
            all.addAll(turns.turn().items());
        }
        return all.stream().filter(hook -> hook.id().toString().equals(id)).findFirst()
                .or(() -> all.stream().filter(hook -> hook.sendsTo(url)).findFirst());
    }

    @Override
    public RegisteredHook create(List<String> events, Map<String, Object> config) {
        return api.body(api.write("POST", api.url(base),
                GitHubJson.bytes(Map.of("name", "web", "active", true, "events", events, "config", config))),
                RegisteredHook.class);
    }

    /** The configuration goes by its own address: beside other fields it would lose the secret that it does not name. */
    @Override
    public void update(RegisteredHook hook, List<String> events, Map<String, Object> config) {
        api.write("PATCH", api.url(base + "/" + hook.id()), GitHubJson.bytes(Map.of("active", true, "events", events)));
        api.write("PATCH", api.url(base + "/" + hook.id() + "/config"), GitHubJson.bytes(config));
    }

    @Override
    public void ping(RegisteredHook hook) {
        api.write("POST", api.url(base + "/" + hook.id() + "/pings"), null);
    }

    @Override
    public void remove(RegisteredHook hook) {
        try {
            api.write("DELETE", api.url(base + "/" + hook.id()), null);
        } catch (ProviderException e) {
            if (!e.is(Kind.NOT_FOUND)) {
                throw e;
            }
        }
    }

    @Override
    public Deliveries deliveries(RegisteredHook hook, Predicate<HookDelivery> enough) {
        return Deliveries.of(api, base + "/" + hook.id() + "/deliveries", enough);
    }

    @Override
    public void redeliver(RegisteredHook hook, HookDelivery delivery) {
        api.write("POST", api.url(base + "/" + hook.id() + "/deliveries/" + delivery.id() + "/attempts"), null);
    }
}
