package io.painchain.simulator.fault;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.painchain.simulator.http.Delivery;
import io.painchain.simulator.http.HttpResponse;

/** What each kind of fault does to an answer. */
final class FaultEffects {

    private static final Map<Integer, String> MESSAGES = Map.of(401, "Bad credentials", 403,
            "Resource not accessible by personal access token", 404, "Not Found", 429,
            "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.", 451,
            "Repository access blocked", 500, "Server Error", 502, "Server Error", 503, "Service Unavailable");

    private FaultEffects() {
    }

    static HttpResponse status(Fault fault, Exchange exchange) {
        String message = fault.text() == null ? MESSAGES.getOrDefault(fault.status(), "Error") : fault.text();
        return HttpResponse.json(fault.status(), JsonNodeFactory.instance.objectNode().put("message", message)
                .put("documentation_url", "https://docs.github.com/rest").put("status", "" + fault.status())
                .toString());
    }

    static HttpResponse delayed(Fault fault, Exchange exchange) {
        exchange.pause().await(fault.pause());
        return exchange.regular().get();
    }

    static HttpResponse dribbled(Fault fault, Exchange exchange) {
        Duration pause = fault.pause().isZero() ? Duration.ofMillis(100) : fault.pause();
        return exchange.unconditional().get().delivered(new Delivery.Dribble(Math.max(1, fault.bytes()), pause));
    }

    static HttpResponse cut(Fault fault, Exchange exchange) {
        return exchange.unconditional().get().delivered(new Delivery.Cut(fault.bytes()));
    }

    static HttpResponse silence(Fault fault, Exchange exchange) {
        return HttpResponse.empty(200).delivered(new Delivery.Silence());
    }

    static HttpResponse reset(Fault fault, Exchange exchange) {
        return exchange.unconditional().get().delivered(new Delivery.Reset(fault.bytes()));
    }

    static HttpResponse malformed(Fault fault, Exchange exchange) {
        HttpResponse regular = exchange.unconditional().get();
        int half = Math.max(1, regular.body().length / 2);
        byte[] body = regular.body().length == 0 ? new byte[] { '{' } : Arrays.copyOf(regular.body(), half);
        return HttpResponse.json(200, body);
    }

    static HttpResponse html(Fault fault, Exchange exchange) {
        return HttpResponse.html(200, "<!DOCTYPE html><html><body><h1>Sign in to the guest network</h1></body></html>");
    }

    static HttpResponse contentType(Fault fault, Exchange exchange) {
        String type = fault.text() == null ? "text/plain" : fault.text();
        return exchange.unconditional().get().with("Content-Type", type);
    }

    static HttpResponse redirect(Fault fault, Exchange exchange) {
        int status = fault.status() == 0 ? 301 : fault.status();
        return HttpResponse.json(status, "{\"message\":\"Moved Permanently\"}").with("Location", fault.text());
    }

    static HttpResponse redirectLoop(Fault fault, Exchange exchange) {
        return HttpResponse.json(301, "{\"message\":\"Moved Permanently\"}").with("Location", exchange.address());
    }

    static HttpResponse notModified(Fault fault, Exchange exchange) {
        return exchange.etag() == null ? exchange.regular().get()
                : HttpResponse.empty(304).with("ETag", exchange.etag());
    }

    static HttpResponse link(Fault fault, Exchange exchange) {
        return exchange.unconditional().get().with("Link", "<" + fault.text() + ">; rel=\"next\"");
    }
}
