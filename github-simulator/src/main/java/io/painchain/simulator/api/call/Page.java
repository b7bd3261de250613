package io.painchain.simulator.api.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.Query;

/** One page of a list and the addresses of the others. */
public record Page<T>(List<T> items, int number, String link) {

    private static final int DEFAULT_SIZE = 30;
    private static final int LARGEST = 100;

    public static <T> Page<T> of(List<T> all, Query query, String address) {
        int size = size(query);
        int number = Math.max(1, query.number("page", 1));
        int last = Math.max(1, (all.size() + size - 1) / size);
        int from = (int) Math.min((long) (number - 1) * size, all.size());
        List<T> items = all.subList(from, Math.min(from + size, all.size()));
        return new Page<>(items, number, link(query, address, number, last));
    }

    public static int size(Query query) {
        int wanted = query.number("per_page", DEFAULT_SIZE);
        return wanted < 1 ? DEFAULT_SIZE : Math.min(wanted, LARGEST);
    }

    public ArrayNode array(Function<T, ObjectNode> renderer) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        items.forEach(item -> array.add(renderer.apply(item)));
        return array;
    }

    public Answer answer(Function<T, ObjectNode> renderer) {
        return linked(Answer.of(array(renderer)));
    }

    /** Says in {@code Link} where the other pages are. */
    public Answer linked(Answer answer) {
        return link.isEmpty() ? answer : answer.with("Link", link);
    }

    private static String link(Query query, String address, int number, int last) {
        List<String> links = new ArrayList<>();
        if (number > 1) {
            links.add(relation(query, address, Math.min(number - 1, last), "prev"));
        }
        if (number < last) {
            links.add(relation(query, address, number + 1, "next"));
            links.add(relation(query, address, last, "last"));
        }
        if (number > 1) {
            links.add(relation(query, address, 1, "first"));
        }
        return String.join(", ", links);
    }

    private static String relation(Query query, String address, int page, String name) {
        return "<" + address + "?" + query.with("page", Integer.toString(page)) + ">; rel=\"" + name + "\"";
    }
}
