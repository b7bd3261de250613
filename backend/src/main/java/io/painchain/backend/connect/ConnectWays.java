package io.painchain.backend.connect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import io.painchain.backend.connector.ConnectorTypes;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.connect.ConnectWay;
import io.painchain.model.connect.ConnectWay.Input;
import io.painchain.model.validation.FieldError;

/** The ways that connectors declare. */
@Singleton
class ConnectWays {

    /** A key file is the longest. */
    private static final int LONGEST = 16_384;

    private final ConnectorTypes types;

    ConnectWays(ConnectorTypes types) {
        this.types = types;
    }

    ConnectWay require(ConnectRequest request) {
        var type = types.find(request.type()).orElseThrow(() -> types.unknown(request.type()));
        var ways = type.connect() == null ? List.<ConnectWay> of() : type.connect();
        if (ways.isEmpty()) {
            throw ProblemType.invalid("/type",
                    "has no way to connect by agreeing at the provider; create an integration instead");
        }
        return request.way() == null ? ways.get(0)
                : ways.stream().filter(way -> way.id().equals(request.way())).findFirst()
                        .orElseThrow(() -> ProblemType.invalid("/way",
                                "must be one of " + ways.stream().map(ConnectWay::id).collect(Collectors.joining(", "))));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, which quotes no value */
    static Map<String, String> inputs(ConnectWay way, ConnectRequest request) {
        var given = request.inputs() == null ? Map.<String, Object> of() : request.inputs();
        var inputs = new TreeMap<String, String>();
        var errors = new ArrayList<FieldError>();
        var known = way.inputs() == null ? List.<Input> of() : way.inputs();
        given.forEach((name, value) -> {
            if (known.stream().noneMatch(input -> input.name().equals(name))) {
                errors.add(new FieldError("/inputs/" + name, "is not asked for in this way"));
            } else if (!(value instanceof String text) || text.length() > LONGEST) {
                errors.add(new FieldError("/inputs/" + name, "must be a text of at most " + LONGEST + " characters"));
            } else if (!text.isBlank()) {
                inputs.put(name, text.strip());
            }
        });
        known.stream().filter(input -> input.required() && !inputs.containsKey(input.name()))
                .forEach(input -> errors.add(new FieldError("/inputs/" + input.name(), "is required")));
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return inputs;
    }
}
