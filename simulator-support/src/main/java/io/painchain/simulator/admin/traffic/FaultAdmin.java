package io.painchain.simulator.admin.traffic;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.admin.call.AdminCall;
import io.painchain.simulator.admin.call.AdminException;
import io.painchain.simulator.admin.call.AdminRoute;
import io.painchain.simulator.admin.call.Body;
import io.painchain.simulator.fault.Condition;
import io.painchain.simulator.fault.Fault;
import io.painchain.simulator.fault.FaultKind;
import io.painchain.simulator.fault.Faults;

/** Faults to play. */
public final class FaultAdmin {

    private final Faults faults;

    public FaultAdmin(Faults faults) {
        this.faults = faults;
    }

    public List<AdminRoute> routes() {
        return List.of(AdminRoute.of("GET", "faults", this::list), AdminRoute.of("POST", "faults", this::add),
                AdminRoute.of("DELETE", "faults", this::clear), AdminRoute.of("DELETE", "faults/*", this::clearOne));
    }

    private JsonNode list(AdminCall call) {
        ObjectNode result = Body.object();
        faults.waiting()
                .forEach(rule -> result.withArray("faults").addObject().put("id", rule.id())
                        .put("path", rule.pattern().text()).put("kind", rule.fault().kind().name())
                        .put("skip", rule.skip()).put("times", rule.times()).set("when", shown(rule.when())));
        return result;
    }

    private JsonNode add(AdminCall call) throws AdminException {
        Body body = call.body();
        Map<String, String> headers = new HashMap<>();
        body.json().path("headers").properties()
                .forEach(entry -> headers.put(entry.getKey(), entry.getValue().asText()));
        if (body.has("contentType")) {
            headers.put("Content-Type", body.required("contentType"));
        }
        Fault fault = new Fault(kind(body), body.number("status", 0), Duration.ofMillis(body.number("millis", 0)),
                body.number("bytes", 0), body.text("text", null), headers);
        int id = faults.on(body.required("path"), condition(new Body(body.json().path("when"))), body.number("skip", 0),
                body.number("times", Faults.UNTIL_CLEARED), fault);
        return Body.object().put("id", id);
    }

    private JsonNode clear(AdminCall call) {
        faults.clear();
        return Body.object();
    }

    private JsonNode clearOne(AdminCall call) throws AdminException {
        faults.clear(call.number(0));
        return Body.object();
    }

    private static Condition condition(Body when) {
        Condition all = Condition.ALWAYS.perPageAbove(when.number("perPageAbove", 0));
        Condition ofBody = when.has("bodyHas") ? all.bodyHas(when.text("bodyHas", ""), when.number("bodyTimes", 1)) : all;
        return ofBody.share(when.decimal("share", 1), when.number("seed", 1));
    }

    private static ObjectNode shown(Condition when) {
        return Body.object().put("perPageAbove", when.perPageAbove()).put("bodyHas", when.bodyText())
                .put("bodyTimes", when.bodyTimes()).put("share", when.share()).put("seed", when.seed());
    }

    private static FaultKind kind(Body body) throws AdminException {
        String name = body.required("kind").toUpperCase(Locale.ROOT);
        return Arrays.stream(FaultKind.values()).filter(kind -> kind.name().equals(name)).findFirst().orElseThrow(
                () -> new AdminException(400, "The field kind is none of " + Arrays.toString(FaultKind.values())));
    }
}
