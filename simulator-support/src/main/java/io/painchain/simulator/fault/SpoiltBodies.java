package io.painchain.simulator.fault;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.painchain.simulator.http.HttpResponse;

/** Faults that put something else in the place of the body. */
final class SpoiltBodies {

    private static final String SIGN_IN = "<!DOCTYPE html><html><body><h1>Sign in to the guest network</h1></body></html>";

    private SpoiltBodies() {
    }

    static HttpResponse answer(Fault fault, Exchange exchange) {
        return HttpResponse.json(status(fault, 200), fault.text() == null ? "" : fault.text());
    }

    static HttpResponse malformed(Fault fault, Exchange exchange) {
        HttpResponse regular = exchange.unconditional().get();
        int half = Math.max(1, regular.body().length / 2);
        byte[] body = regular.body().length == 0 ? new byte[] { '{' } : Arrays.copyOf(regular.body(), half);
        return HttpResponse.json(200, body);
    }

    static HttpResponse html(Fault fault, Exchange exchange) {
        return HttpResponse.html(status(fault, 200), fault.text() == null ? SIGN_IN : fault.text());
    }

    static HttpResponse contentType(Fault fault, Exchange exchange) {
        String type = fault.text() == null ? "text/plain" : fault.text();
        return exchange.unconditional().get().with("Content-Type", type);
    }

    static HttpResponse record(Fault fault, Exchange exchange) {
        HttpResponse regular = exchange.unconditional().get();
        String body = new String(regular.body(), StandardCharsets.UTF_8);
        int list = body.indexOf('[');
        if (list < 0) {
            return regular;
        }
        String rest = body.substring(list + 1);
        String record = fault.text() == null ? "null" : fault.text();
        return regular.body((body.substring(0, list + 1) + record + (rest.stripLeading().startsWith("]") ? "" : ",") + rest)
                .getBytes(StandardCharsets.UTF_8));
    }

    private static int status(Fault fault, int otherwise) {
        return fault.status() == 0 ? otherwise : fault.status();
    }
}
