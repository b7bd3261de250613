package io.painchain.simulator.api.hook;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.api.call.Answer;
import io.painchain.simulator.api.call.ApiException;
import io.painchain.simulator.world.hook.Hook;
import io.painchain.simulator.world.hook.HookDelivery;
import io.painchain.simulator.world.hook.Hooks;

/** What can be asked about webhooks, wherever they are. */
public final class HookRoutes {

    private static final int MOST = 20;

    private HookRoutes() {
    }

    public static Answer list(HookCall call) {
        return call.page(call.hooks().all()).answer(hook -> json(call, hook));
    }

    public static Answer one(HookCall call) throws ApiException {
        return Answer.of(json(call, hook(call)));
    }

    public static Answer create(HookCall call) throws ApiException {
        JsonNode config = call.body().path("config");
        Hooks hooks = call.hooks();
        String url = url(config);
        if (hooks.all().stream().anyMatch(hook -> hook.url().equals(url))) {
            throw new ApiException(422, "Validation Failed").because("Hook", "base", "already_exists");
        }
        if (hooks.all().size() >= MOST) {
            throw new ApiException(422, "Validation Failed").because("Hook", "base", "custom");
        }
        return Answer.of(json(call, hooks.create(url, config.path("content_type").asText("form"),
                config.path("secret").textValue(), events(call.body(), List.of("push"))))).status(201);
    }

    /** A configuration without the secret takes it away, as it does at GitHub. */
    public static Answer edit(HookCall call) throws ApiException {
        Hook hook = hook(call);
        JsonNode body = call.body();
        Hooks hooks = call.hooks();
        if (body.has("config")) {
            JsonNode config = body.path("config");
            hooks.configure(hook.id(), url(config), config.path("content_type").asText("form"),
                    config.path("secret").textValue());
        }
        return Answer
                .of(json(call,
                        hooks.edit(hook.id(), events(body, hook.events()), body.path("active").asBoolean(hook.active()))));
    }

    public static Answer config(HookCall call) throws ApiException {
        return Answer.of(config(hook(call)));
    }

    public static Answer configure(HookCall call) throws ApiException {
        Hook hook = hook(call);
        JsonNode config = call.body();
        String url = config.has("url") ? url(config) : hook.url();
        String secret = config.has("secret") ? config.path("secret").textValue() : hook.secret();
        return Answer.of(config(call.hooks().configure(hook.id(), url,
                config.path("content_type").asText(hook.contentType()), secret)));
    }

    public static Answer ping(HookCall call) throws ApiException {
        call.hooks().delivered(hook(call).id(), "ping", null, 202);
        return Answer.nothing();
    }

    public static Answer delete(HookCall call) throws ApiException {
        call.hooks().delete(hook(call).id());
        return Answer.nothing();
    }

    public static Answer deliveries(HookCall call) throws ApiException {
        return call.page(call.hooks().deliveries(hook(call).id())).answer(HookRoutes::delivery);
    }

    public static Answer attempt(HookCall call) throws ApiException {
        long id = call.id("delivery");
        HookDelivery delivery = call.hooks().deliveries(hook(call).id()).stream()
                .filter(one -> one.id() == id).findFirst().orElseThrow(ApiException::notFound);
        call.hooks().again(delivery);
        return Answer.of(JsonNodeFactory.instance.objectNode()).status(202);
    }

    private static Hook hook(HookCall call) throws ApiException {
        return call.hooks().find(call.id("hook")).orElseThrow(ApiException::notFound);
    }

    /** GitHub does not reach the machine that asks. */
    private static String url(JsonNode config) throws ApiException {
        String url = config.path("url").asText("");
        if (!url.matches("https?://(?!localhost|127\\.)\\S+")) {
            throw new ApiException(422, "Validation Failed").because("Hook", "url", "custom");
        }
        return url;
    }

    private static List<String> events(JsonNode body, List<String> otherwise) {
        if (!body.path("events").isArray()) {
            return otherwise;
        }
        List<String> events = new ArrayList<>();
        body.path("events").forEach(event -> events.add(event.asText()));
        return events;
    }

    private static ObjectNode json(HookCall call, Hook hook) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", call.type()).put("id", hook.id()).put("name", "web").put("active", hook.active());
        hook.events().forEach(json.putArray("events")::add);
        json.set("config", config(hook));
        json.put("created_at", hook.createdAt().toString()).put("updated_at", hook.updatedAt().toString());
        json.putObject("last_response").putNull("code").put("status", "unused").putNull("message");
        return json;
    }

    private static ObjectNode config(Hook hook) {
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        config.put("content_type", hook.contentType()).put("insecure_ssl", "0").put("url", hook.url());
        if (hook.secret() != null) {
            config.put("secret", "********");
        }
        return config;
    }

    private static ObjectNode delivery(HookDelivery delivery) {
        return JsonNodeFactory.instance.objectNode().put("id", delivery.id()).put("guid", delivery.guid())
                .put("delivered_at", delivery.deliveredAt().toString()).put("redelivery", delivery.redelivery())
                .put("duration", 0.27).put("status", delivery.status()).put("status_code", delivery.statusCode())
                .put("event", delivery.event()).putNull("action")
                .put("installation_id", delivery.installation()).put("repository_id", delivery.repository());
    }
}
