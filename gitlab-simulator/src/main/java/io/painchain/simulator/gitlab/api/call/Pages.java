package io.painchain.simulator.gitlab.api.call;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.Query;

/** Pages of lists by number: with a total where there is one to count, and never beyond the largest offset. */
public final class Pages {

    private static final int USUAL = 20;
    private static final int LARGEST = 100;

    private Pages() {
    }

    /** A list of which GitLab counts the items. */
    public static <T> Answer counted(Call call, List<T> all, Function<T, ObjectNode> renderer) throws ApiException {
        boolean counted = all.size() <= call.traits().mostCounted();
        return answer(call, all, page(call, all), renderer, counted);
    }

    /** One of which it does not: events, commits. */
    public static <T> Answer uncounted(Call call, List<T> all, Function<T, ObjectNode> renderer) throws ApiException {
        return answer(call, all, page(call, all), renderer, false);
    }

    /** One whose page is filtered after it was cut. */
    public static <T> Answer filtered(Call call, List<T> all, Function<List<T>, List<T>> filter,
            Function<T, ObjectNode> renderer) throws ApiException {
        return answer(call, all, filter.apply(page(call, all)), renderer, false);
    }

    /** Refuses pages that only a keyset reaches. */
    public static void limitOffset(Call call, String type) throws ApiException {
        long offset = (number(call) - 1L) * size(call);
        if (offset > call.traits().mostOffset()) {
            throw ApiException.error(405, "Offset pagination has a maximum allowed offset of "
                    + call.traits().mostOffset() + " for requests that return objects of type " + type
                    + ". Remaining records can be retrieved using keyset pagination.");
        }
    }

    public static int size(Call call) throws ApiException {
        int size = call.query().number("per_page", USUAL);
        if (size < 1) {
            throw ApiException.error(400, "per_page does not have a valid value");
        }
        return Math.min(size, LARGEST);
    }

    public static String relation(Call call, Map<String, String> changed, String name) {
        Map<String, String> parameters = new TreeMap<>(call.query().parameters());
        parameters.putAll(changed);
        return "<" + call.listAddress() + "?" + new Query(parameters) + ">; rel=\"" + name + "\"";
    }

    private static <T> Answer answer(Call call, List<T> all, List<T> page, Function<T, ObjectNode> renderer,
            boolean counted) throws ApiException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        page.forEach(item -> array.add(renderer.apply(item)));
        Answer answer = Answer.of(array);
        int number = number(call);
        int size = size(call);
        boolean more = (long) number * size < all.size();
        int last = Math.max(1, (all.size() + size - 1) / size);
        answer.with("X-Page", "" + number).with("X-Per-Page", "" + size).with("X-Next-Page", more ? "" + (number + 1) : "")
                .with("X-Prev-Page", number > 1 ? "" + (number - 1) : "");
        if (counted) {
            answer.with("X-Total", "" + all.size()).with("X-Total-Pages", "" + last);
        }
        List<String> links = new ArrayList<>();
        if (number > 1) {
            links.add(to(call, number - 1, size, "prev"));
        }
        if (more) {
            links.add(to(call, number + 1, size, "next"));
        }
        links.add(to(call, 1, size, "first"));
        if (counted) {
            links.add(to(call, last, size, "last"));
        }
        return answer.with("Link", String.join(", ", links));
    }

    private static String to(Call call, int page, int size, String name) {
        return relation(call, Map.of("page", "" + page, "per_page", "" + size), name);
    }

    private static <T> List<T> page(Call call, List<T> all) throws ApiException {
        int size = size(call);
        int from = (int) Math.min((number(call) - 1L) * size, all.size());
        return all.subList(from, Math.min(from + size, all.size()));
    }

    private static int number(Call call) {
        return Math.max(1, call.query().number("page", 1));
    }
}
