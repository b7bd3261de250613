package io.painchain.simulator.kubernetes.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.kubernetes.api.call.ApiException;
import io.painchain.simulator.kubernetes.api.call.Form;
import io.painchain.simulator.kubernetes.api.call.Target;
import io.painchain.simulator.kubernetes.store.ExpiredException;
import io.painchain.simulator.kubernetes.store.Selector;
import io.painchain.simulator.kubernetes.store.Snapshots;
import io.painchain.simulator.kubernetes.store.Store;

/** Answers lists, page by page where a limit is given. */
final class Lists {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Store store;
    private final Snapshots snapshots;

    Lists(Store store, Snapshots snapshots) {
        this.store = store;
        this.snapshots = snapshots;
    }

    /** A page's place: the list's revision and how many of its objects came before. */
    private record Place(long revision, int start) {

        String token() {
            String json = "{\"v\":\"meta.k8s.io/v1\",\"rv\":" + revision + ",\"start\":\"" + start + "\"}";
            return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        }

        static Place of(String token) throws ApiException {
            try {
                JsonNode json = JSON.readTree(new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8));
                return new Place(json.path("rv").asLong(), json.path("start").asInt());
            } catch (JsonProcessingException | IllegalArgumentException e) {
                throw ApiException.badRequest("continue key is not valid: " + e.getMessage());
            }
        }
    }

    HttpResponse answer(Target target, Query query, Form form, Server server) throws ApiException {
        String token = query.get("continue", "");
        List<ObjectNode> objects;
        Place place;
        if (token.isEmpty()) {
            Store.Listing listing = store.list(target.type(), target.namespace());
            place = new Place(listing.revision(), 0);
            objects = listing.objects();
        } else {
            place = Place.of(token);
            objects = snapshot(target, place);
        }
        boolean whole = server.cachedListsComeWhole() && query.get("resourceVersion", "").equals("0");
        return page(target, query, new Page(place, objects, whole ? 0 : query.number("limit", 0)), form);
    }

    private record Page(Place place, List<ObjectNode> objects, int limit) {
    }

    private List<ObjectNode> snapshot(Target target, Place place) throws ApiException {
        try {
            return snapshots.at(owner(target), place.revision());
        } catch (ExpiredException e) {
            throw ApiException.expired(e.getMessage());
        }
    }

    private HttpResponse page(Target target, Query query, Page page, Form form) throws ApiException {
        Selector selector = selector(query);
        List<ObjectNode> items = new ArrayList<>();
        int at = page.place().start();
        for (; at < page.objects().size() && (page.limit() == 0 || items.size() < page.limit()); at++) {
            if (selector.selects(page.objects().get(at))) {
                items.add(form.item(target.type(), page.objects().get(at)));
            }
        }
        ObjectNode list = form.list(target.type());
        ObjectNode metadata = list.putObject("metadata").put("resourceVersion", String.valueOf(page.place().revision()));
        if (at < page.objects().size()) {
            snapshots.keep(owner(target), page.place().revision(), page.objects());
            metadata.put("continue", new Place(page.place().revision(), at).token());
            if (selector.selectsAll()) {
                metadata.put("remainingItemCount", page.objects().size() - at);
            }
        }
        ArrayNode array = list.putArray("items");
        items.forEach(array::add);
        return HttpResponse.json(200, list.toString()).with("Content-Type", "application/json");
    }

    static Selector selector(Query query) throws ApiException {
        try {
            return Selector.parse(query.get("labelSelector", ""), query.get("fieldSelector", ""));
        } catch (IllegalArgumentException e) {
            throw ApiException.badRequest(e.getMessage());
        }
    }

    private static String owner(Target target) {
        return target.type().resource() + "/" + target.namespace();
    }
}
