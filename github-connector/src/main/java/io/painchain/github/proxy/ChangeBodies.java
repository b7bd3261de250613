package io.painchain.github.proxy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.painchain.connector.task.TaskFailedException;

/** Validates changes before GitHub gets them. */
final class ChangeBodies {

    private static final Set<String> TEXTS = Set.of("description", "homepage", "default_branch");
    private static final Set<String> SWITCHES = Set.of("has_issues", "has_wiki", "archived");

    private ChangeBodies() {
    }

    static Map<String, Object> settings(Object body) {
        Map<String, Object> given = object(body);
        List<String> wrong = new ArrayList<>();
        given.forEach((name, value) -> {
            boolean text = TEXTS.contains(name)
                    && (value instanceof String || value == null && !name.equals("default_branch"));
            if (!text && !(SWITCHES.contains(name) && value instanceof Boolean)) {
                wrong.add(name);
            }
        });
        if (!wrong.isEmpty() || given.isEmpty()) {
            throw new TaskFailedException(400, (wrong.isEmpty() ? "Nothing to change" : "Cannot be set so: " + shown(wrong))
                    + "; texts are description, homepage and default_branch, true or false are has_issues, has_wiki and archived");
        }
        return given;
    }

    static Map<String, Object> label(Object body, boolean isNew) {
        Map<String, Object> given = object(body);
        Map<String, Object> label = new LinkedHashMap<>();
        given.forEach((name, value) -> {
            switch (name) {
                case "label_name" -> label.put(isNew ? "name" : "new_name", text(name, value));
                case "color" -> label.put("color", color(value));
                case "description" -> label.put("description", value == null ? "" : text(name, value));
                default -> throw new TaskFailedException(400,
                        "A label has label_name, color and description; not " + shown(List.of(name)));
            }
        });
        if (label.isEmpty() || isNew && !label.containsKey("name")) {
            throw new TaskFailedException(400, isNew ? "label_name is required" : "Nothing to change");
        }
        return label;
    }

    private static Map<String, Object> object(Object body) {
        if (!(body instanceof Map<?, ?> map)) {
            throw new TaskFailedException(400, "The body must be a JSON object");
        }
        Map<String, Object> object = new LinkedHashMap<>();
        map.forEach((name, value) -> object.put(String.valueOf(name), value));
        return object;
    }

    private static String text(String name, Object value) {
        if (value instanceof String text && !text.isBlank() && text.length() <= 255) {
            return text;
        }
        throw new TaskFailedException(400, name + " must be a text of 1 to 255 characters");
    }

    private static String color(Object value) {
        if (value instanceof String text && text.matches("#?[0-9A-Fa-f]{6}")) {
            return text.replace("#", "");
        }
        throw new TaskFailedException(400, "color must be six hex digits, such as d73a4a");
    }

    private static String shown(List<String> names) {
        String text = String.join(", ", names);
        return text.length() > 200 ? text.substring(0, 200) + "…" : text;
    }
}
