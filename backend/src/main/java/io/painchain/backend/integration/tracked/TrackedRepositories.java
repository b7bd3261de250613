package io.painchain.backend.integration.tracked;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What an integration watches: an array of names ({@code "acme/api"}) and objects ({@code {"owner": "acme", "repo":
 * "api", …}}), or names separated by commas. Names ignore case.
 *
 * @param field of the configuration that holds the list
 * @param parts fields of an object whose values, with slashes between them, are its name
 */
public record TrackedRepositories(String field, List<String> parts) {

    public List<String> names(JsonNode config) {
        return items(list(config)).map(this::name).flatMap(Optional::stream).toList();
    }

    public static boolean contains(Collection<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** New ones at the end; an object replaces the existing one of its name. */
    public ArrayNode with(JsonNode config, JsonNode added) {
        var result = array(items(list(config)));
        for (var item : added) {
            var name = name(item);
            int known = name.map(text -> indexOf(result, text)).orElse(-1);
            if (known < 0) {
                result.add(item);
            } else if (item.isObject()) {
                result.set(known, item);
            }
        }
        return result;
    }

    /** In the order given; a name keeps the existing object of its name. */
    public ArrayNode only(JsonNode config, JsonNode wanted) {
        var existing = array(items(list(config)));
        var result = JsonNodeFactory.instance.arrayNode();
        for (var item : wanted) {
            var name = name(item);
            if (name.map(text -> indexOf(result, text)).orElse(-1) >= 0) {
                continue;
            }
            int known = item.isTextual() ? name.map(text -> indexOf(existing, text)).orElse(-1) : -1;
            result.add(known < 0 ? item : existing.get(known));
        }
        return result;
    }

    public ArrayNode without(JsonNode config, String name) {
        Predicate<JsonNode> isMeant = item -> name(item).filter(name::equalsIgnoreCase).isPresent();
        return array(items(list(config)).filter(isMeant.negate()));
    }

    private JsonNode list(JsonNode config) {
        return config.path(field);
    }

    private int indexOf(ArrayNode items, String name) {
        for (int i = 0; i < items.size(); i++) {
            if (name(items.get(i)).filter(name::equalsIgnoreCase).isPresent()) {
                return i;
            }
        }
        return -1;
    }

    private static Stream<JsonNode> items(JsonNode list) {
        if (list.isTextual()) {
            return Stream.of(list.textValue().split(",")).map(String::strip).filter(text -> !text.isEmpty())
                    .map(JsonNodeFactory.instance::textNode);
        }
        return StreamSupport.stream(list.spliterator(), false);
    }

    private Optional<String> name(JsonNode item) {
        if (item.isTextual()) {
            return Optional.of(item.textValue().strip());
        }
        return !parts.isEmpty() && parts.stream().allMatch(part -> item.path(part).isTextual())
                ? Optional.of(parts.stream().map(part -> item.get(part).textValue()).collect(Collectors.joining("/")))
                : Optional.empty();
    }

    private static ArrayNode array(Stream<JsonNode> items) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }
}
