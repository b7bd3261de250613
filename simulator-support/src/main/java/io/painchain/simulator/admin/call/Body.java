package io.painchain.simulator.admin.call;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.world.change.By;

/** The JSON that came with a request; {@code by} and {@code at} say who did it and when. */
public final class Body {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SOMEONE = "alice";

    private final JsonNode json;

    public Body(JsonNode json) {
        this.json = json;
    }

    public static Body parse(String text) throws AdminException {
        try {
            JsonNode json = text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
            if (!json.isObject()) {
                throw new AdminException(400, "The body must be a JSON object");
            }
            return new Body(json);
        } catch (JsonProcessingException e) {
            throw new AdminException(400, "The body is not JSON: " + e.getOriginalMessage());
        }
    }

    public static ObjectNode object() {
        return JSON.createObjectNode();
    }

    public By by() throws AdminException {
        return new By(text("by", SOMEONE), time("at"));
    }

    public String text(String name, String otherwise) {
        return json.hasNonNull(name) ? json.get(name).asText() : otherwise;
    }

    public String required(String name) throws AdminException {
        if (!json.hasNonNull(name)) {
            throw new AdminException(400, "The field " + name + " is missing");
        }
        return json.get(name).asText();
    }

    public boolean has(String name) {
        return json.hasNonNull(name);
    }

    public boolean flag(String name, boolean otherwise) {
        return json.hasNonNull(name) ? json.get(name).asBoolean() : otherwise;
    }

    public int number(String name, int otherwise) {
        return json.hasNonNull(name) ? json.get(name).asInt(otherwise) : otherwise;
    }

    public double decimal(String name, double otherwise) {
        return json.hasNonNull(name) ? json.get(name).asDouble(otherwise) : otherwise;
    }

    public Instant time(String name) throws AdminException {
        if (!json.hasNonNull(name)) {
            return null;
        }
        return time(name, json.get(name).asText());
    }

    public static Instant time(String name, String text) throws AdminException {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException e) {
            throw new AdminException(400, "The field " + name + " is not a time such as 2026-01-31T12:00:00Z");
        }
    }

    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        json.path(name).forEach(item -> texts.add(item.asText()));
        return texts;
    }

    public List<Body> items(String name) {
        List<Body> items = new ArrayList<>();
        json.path(name).forEach(item -> items.add(new Body(item)));
        return items;
    }

    public JsonNode json() {
        return json;
    }
}
