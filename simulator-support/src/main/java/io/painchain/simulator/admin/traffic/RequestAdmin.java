package io.painchain.simulator.admin.traffic;

import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.record.RequestLog;
import io.painchain.simulator.record.RequestRecord;

/** What was asked so far. */
public final class RequestAdmin {

    private static final int SHOWN = 100;

    private final RequestLog requests;
    private final Supplier<ObjectNode> limits;
    private final Runnable forget;

    /** {@code limits} tells what the clients made of the limits, {@code forget} begins to count anew. */
    public RequestAdmin(RequestLog requests, Supplier<ObjectNode> limits, Runnable forget) {
        this.requests = requests;
        this.limits = limits;
        this.forget = forget;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("GET", "requests", this::show), AdminRoute.of("DELETE", "requests", this::reset));
    }

    private JsonNode show(AdminCall call) {
        ObjectNode result = Body.object().put("total", requests.total()).put("conditional", requests.conditional())
                .put("notModified", requests.notModified());
        result.set("limits", limits.get());
        ArrayNode counts = result.putArray("routes");
        requests.counts().forEach(count -> counts.addObject().put("route", count.route())
                .put("status", count.status()).put("count", count.count()));
        List<RequestRecord> recent = requests.recent();
        int first = Math.max(0, recent.size() - call.query().number("recent", SHOWN));
        ArrayNode shown = result.putArray("recent");
        recent.subList(first, recent.size()).forEach(request -> show(shown.addObject(), request));
        return result;
    }

    private JsonNode reset(AdminCall call) {
        requests.reset();
        forget.run();
        return Body.object();
    }

    private static void show(ObjectNode node, RequestRecord request) {
        node.put("at", request.at().toString()).put("method", request.method()).put("path", request.path())
                .put("query", request.query()).put("route", request.route()).put("status", request.status())
                .put("conditional", request.conditional()).put("tokenHash", request.tokenHash())
                .put("fault", request.fault());
        ObjectNode headers = node.putObject("headers");
        request.headers().forEach(headers::put);
    }
}
