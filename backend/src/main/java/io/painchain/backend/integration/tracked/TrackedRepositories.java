package io.painchain.backend.integration.tracked;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What an integration watches: an array of names ({@code "acme/api"}) and objects ({@code {"owner": "acme", "repo":
 * "api", …}}), or names separated by commas. Names ignore case.
 */
public final class TrackedRepositories {

    private TrackedRepositories() {
    }

    public static List<String> names(JsonNode list) {
        return items(list).map(TrackedRepositories::name).flatMap(Optional::stream).toList();
    }

    public static boolean contains(Collection<String> names, String name) {
        return names.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** New ones at the end; an object replaces the existing one of its name. */
    public static ArrayNode with(JsonNode list, JsonNode added) {
        var result = array(items(list));
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

    public static ArrayNode without(JsonNode list, String name) {
        Predicate<JsonNode> isMeant = item -> name(item).filter(name::equalsIgnoreCase).isPresent();
        return array(items(list).filter(isMeant.negate()));
    }

    private static int indexOf(ArrayNode items, String name) {
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

    private static Optional<String> name(JsonNode item) {
        if (item.isTextual()) {
            return Optional.of(item.textValue().strip());
        }
        return item.path("owner").isTextual() && item.path("repo").isTextual()
                ? Optional.of(item.get("owner").textValue() + "/" + item.get("repo").textValue())
                : Optional.empty();
    }

    private static ArrayNode array(Stream<JsonNode> items) {
        var array = JsonNodeFactory.instance.arrayNode();
        items.forEach(array::add);
        return array;
    }
}
