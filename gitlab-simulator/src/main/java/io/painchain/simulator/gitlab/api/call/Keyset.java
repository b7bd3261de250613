package io.painchain.simulator.gitlab.api.call;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pages of lists by the last number: no totals, only the next. */
public final class Keyset {

    private Keyset() {
    }

    public static boolean asked(Call call) {
        return "keyset".equals(call.text("pagination"));
    }

    /** By {@code id_after} or {@code id_before}, as projects have it. */
    public static <T> Answer byId(Call call, List<T> all, ToLongFunction<T> id, Function<T, ObjectNode> renderer)
            throws ApiException {
        if (!"id".equals(call.text("order_by"))) {
            throw ApiException.error(405, "Keyset pagination is not yet available for this type of request");
        }
        boolean ascending = "asc".equals(call.text("sort"));
        long after = number(call.text("id_after"), Long.MIN_VALUE);
        long before = number(call.text("id_before"), Long.MAX_VALUE);
        List<T> left = sorted(all, id, ascending).stream()
                .filter(item -> id.applyAsLong(item) > after && id.applyAsLong(item) < before).toList();
        return answer(call, left, renderer,
                last -> Map.of(ascending ? "id_after" : "id_before", "" + id.applyAsLong(last)));
    }

    /** By an opaque cursor, newest first, as jobs have it. */
    public static <T> Answer byCursor(Call call, List<T> all, ToLongFunction<T> id, Function<T, ObjectNode> renderer)
            throws ApiException {
        long before = call.text("cursor") == null ? Long.MAX_VALUE : decode(call.text("cursor"));
        List<T> left = sorted(all, id, false).stream().filter(item -> id.applyAsLong(item) < before).toList();
        return answer(call, left, renderer, last -> Map.of("cursor", encode(id.applyAsLong(last))));
    }

    private static <T> Answer answer(Call call, List<T> left, Function<T, ObjectNode> renderer,
            Function<T, Map<String, String>> next) throws ApiException {
        List<T> page = left.subList(0, Math.min(Pages.size(call), left.size()));
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        page.forEach(item -> array.add(renderer.apply(item)));
        Answer answer = Answer.of(array);
        return left.size() == page.size() ? answer
                : answer.with("Link", Pages.relation(call, next.apply(page.get(page.size() - 1)), "next"));
    }

    private static <T> List<T> sorted(List<T> all, ToLongFunction<T> id, boolean ascending) {
        Comparator<T> order = Comparator.comparingLong(id);
        return all.stream().sorted(ascending ? order : order.reversed()).toList();
    }

    private static String encode(long id) {
        return Base64.getUrlEncoder().encodeToString(("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static long decode(String cursor) throws ApiException {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            return Long.parseLong(text.replaceAll("[^0-9]", ""));
        } catch (IllegalArgumentException e) {
            throw ApiException.error(400, "cursor is invalid");
        }
    }

    private static long number(String text, long otherwise) throws ApiException {
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiException.error(400, "id_after is invalid");
        }
    }
}
