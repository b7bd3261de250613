package io.painchain.simulator.fault;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.simulator.http.Delivery;
import io.painchain.simulator.http.HttpResponse;

/** What each kind of fault does to an answer. */
final class FaultEffects {

    private static final Pattern ORIGIN = Pattern.compile("<https?://[^/>]+");

    private FaultEffects() {
    }

    static HttpResponse refused(Fault fault, Exchange exchange) {
        return exchange.refusals().refuse(fault);
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

    static HttpResponse hang(Fault fault, Exchange exchange) {
        return exchange.unconditional().get().delivered(new Delivery.Hang(fault.bytes()));
    }

    static HttpResponse large(Fault fault, Exchange exchange) {
        return exchange.unconditional().get().delivered(new Delivery.Padded(fault.bytes()));
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

    /** Only what the client should follow is changed, not the addresses within the body. */
    static HttpResponse linkOrigin(Fault fault, Exchange exchange) {
        HttpResponse regular = exchange.unconditional().get();
        String link = regular.headers().get("Link");
        return link == null ? regular
                : regular.with("Link", ORIGIN.matcher(link).replaceAll(Matcher.quoteReplacement("<" + fault.text())));
    }

    static HttpResponse without(Fault fault, Exchange exchange) {
        HttpResponse regular = exchange.regular().get();
        for (String header : fault.text() == null ? new String[] { "Link" } : fault.text().split(",")) {
            regular.headers().remove(header.strip());
        }
        return regular;
    }

    static HttpResponse regular(Fault fault, Exchange exchange) {
        return exchange.regular().get();
    }
}
