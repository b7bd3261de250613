package io.painchain.system;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.restassured.specification.RequestSpecification;

/** The timeline as one of its readers sees it. */
record Timeline(Supplier<RequestSpecification> caller) {

    private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"next\"");

    /** Every event that matches the filter, newest first, however many pages that takes. */
    List<Map<String, Object>> events(String filter) {
        var events = new ArrayList<Map<String, Object>>();
        var next = "/api/events?limit=500&" + filter;
        while (next != null) {
            var answer = caller.get().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            events.addAll(answer.jsonPath().getList("$"));
            next = link(answer.header("Link"));
        }
        return events;
    }

    /** Of every event with an external id: how often it is there. */
    Map<String, Long> externalIds(String filter) {
        var counts = new TreeMap<String, Long>();
        events(filter).forEach(event -> counts.merge((String) event.get("externalId"), 1L, Long::sum));
        return counts;
    }

    long total(String filter) {
        return caller.get().urlEncodingEnabled(false).get("/api/timeline?limit=1&" + filter).then().statusCode(200).extract()
                .jsonPath().getLong("total");
    }

    private static String link(String header) {
        if (header == null) {
            return null;
        }
        var matcher = NEXT.matcher(header);
        return matcher.find() ? matcher.group(1).replaceFirst("^https?://[^/]+", "") : null;
    }
}
