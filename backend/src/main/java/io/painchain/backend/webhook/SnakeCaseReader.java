package io.painchain.backend.webhook;

import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.backend.problem.ProblemType;
import io.painchain.backend.wire.WireReader;
import io.painchain.model.validation.FieldError;

/** Reads flat records whose fields are in snake case on the wire, and names them so in errors. */
@Singleton
public class SnakeCaseReader {

    private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
    private static final Pattern UNDERSCORE = Pattern.compile("_([a-z])");

    private final WireReader reader;

    SnakeCaseReader(WireReader reader) {
        this.reader = reader;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong field */
    public <R extends Record> R read(JsonNode json, Class<R> type) {
        var reading = reader.read(json instanceof ObjectNode object ? camelCase(object) : json, type);
        if (!reading.errors().isEmpty()) {
            throw ProblemType.invalid(reading.errors().stream()
                    .map(error -> new FieldError(snakeCase(error.pointer()), error.detail())).toList());
        }
        return reading.value();
    }

    private static ObjectNode camelCase(ObjectNode json) {
        var camelCase = json.objectNode();
        json.properties().forEach(field -> camelCase.set(UNDERSCORE.matcher(field.getKey())
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT)), field.getValue()));
        return camelCase;
    }

    private static String snakeCase(String pointer) {
        return CAPITAL.matcher(pointer).replaceAll(found -> "_" + found.group().toLowerCase(Locale.ROOT));
    }
}
