package io.painchain.backend.event.cloudevent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;

import io.painchain.backend.problem.ProblemType;
import io.painchain.model.validation.FieldError;

/**
 * A CloudEvent 1.0.
 *
 * @param attributes all but the data, by name
 * @param data missing where there is none
 */
public record CloudEvent(Map<String, String> attributes, JsonNode data) {

    private static final String HEADER = "ce-";
    private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");
    private static final ObjectMapper JSON = new ObjectMapper();

    public static boolean isIn(Map<String, String> headers) {
        return headers.keySet().stream().anyMatch(name -> name.toLowerCase(Locale.ROOT).startsWith(HEADER));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming what is wrong with the envelope */
    public static CloudEvent structured(JsonNode json) {
        var attributes = new TreeMap<String, String>();
        json.properties().forEach(field -> {
            if (!field.getKey().startsWith("data") || field.getKey().equals("datacontenttype")
                    || field.getKey().equals("dataschema")) {
                attributes.put(field.getKey(), field.getValue().asText());
            }
        });
        return new CloudEvent(attributes, json.has("data_base64") ? decoded(json.path("data_base64").asText())
                : json.path("data")).checked();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem naming what is wrong with the envelope */
    public static CloudEvent binary(Map<String, String> headers, JsonNode body) {
        var attributes = new TreeMap<String, String>();
        headers.forEach((name, value) -> {
            if (name.toLowerCase(Locale.ROOT).startsWith(HEADER)) {
                attributes.put(name.toLowerCase(Locale.ROOT).substring(HEADER.length()), unescaped(value));
            }
        });
        return new CloudEvent(attributes, body).checked();
    }

    public String attribute(String name) {
        return attributes.getOrDefault(name, "");
    }

    private CloudEvent checked() {
        var errors = new ArrayList<FieldError>();
        REQUIRED.stream().filter(name -> attribute(name).isBlank())
                .forEach(name -> errors.add(new FieldError("/" + name, "is required of a CloudEvent")));
        if (!attribute("specversion").isBlank() && !attribute("specversion").startsWith("1.")) {
            errors.add(new FieldError("/specversion", "must be 1.0"));
        }
        if (!errors.isEmpty()) {
            throw ProblemType.invalid(errors);
        }
        return this;
    }

    private static JsonNode decoded(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            try {
                return JSON.readTree(bytes);
            } catch (IOException e) {
                return TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IllegalArgumentException e) {
            return MissingNode.getInstance();
        }
    }

    /** Headers are percent-encoded; a sign that is no escape stands for itself. */
    private static String unescaped(String value) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            boolean isEscape = value.charAt(i) == '%' && i + 2 < value.length()
                    && Character.digit(value.charAt(i + 1), 16) >= 0 && Character.digit(value.charAt(i + 2), 16) >= 0;
            if (isEscape) {
                bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(value.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
