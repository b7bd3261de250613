package io.painchain.simulator.kubernetes.api;

import java.io.ByteArrayOutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.simulator.http.Delivery;
import io.painchain.simulator.http.HttpResponse;
import io.painchain.simulator.http.Query;
import io.painchain.simulator.kubernetes.api.call.ApiException;
import io.painchain.simulator.kubernetes.api.call.Form;
import io.painchain.simulator.kubernetes.api.call.Target;
import io.painchain.simulator.kubernetes.schedule.Timeline;
import io.painchain.simulator.kubernetes.store.Change;
import io.painchain.simulator.kubernetes.store.ExpiredException;
import io.painchain.simulator.kubernetes.store.Store;

/** Opens watches and knows which are open. */
public final class Watches {

    private final Store store;
    private final Timeline timeline;
    private final Set<Watch> open = ConcurrentHashMap.newKeySet();

    Watches(Store store, Timeline timeline) {
        this.store = store;
        this.timeline = timeline;
    }

    /** How many are open for a resource such as {@code deployments.apps}, for all where it is {@code *}. */
    public int open(String resource) {
        return (int) open.stream().filter(watch -> isOf(watch, resource)).count();
    }

    /** Whether all that are open have told all that happened. */
    public boolean caughtUp() {
        long revision = store.revision();
        return open.stream().allMatch(watch -> watch.told() >= revision);
    }

    /** Does something to those that are open now; returns to how many. */
    public int meet(String resource, WatchFault fault) {
        open.stream().filter(watch -> isOf(watch, resource)).forEach(watch -> watch.meet(fault));
        return open(resource);
    }

    Store store() {
        return store;
    }

    Timeline timeline() {
        return timeline;
    }

    void closed(Watch watch) {
        open.remove(watch);
    }

    HttpResponse answer(Target target, Query query, Form form) throws ApiException {
        WatchQuery wanted = WatchQuery.of(target, query, form);
        Watch watch = begin(wanted, query.get("resourceVersion", ""));
        open.add(watch);
        return HttpResponse.empty(200).with("Content-Type", "application/json").delivered(new Delivery.Streamed(watch));
    }

    private Watch begin(WatchQuery wanted, String from) throws ApiException {
        if (from.isEmpty() || from.equals("0")) {
            Store.Listing listing = store.list(wanted.type(), wanted.namespace());
            ByteArrayOutputStream lines = new ByteArrayOutputStream();
            for (ObjectNode object : listing.objects()) {
                if (wanted.selector().selects(object)) {
                    lines.writeBytes(Watch.line(Change.ADDED, wanted.form().object(object)));
                }
            }
            return new Watch(this, wanted, lines.toByteArray(), listing.revision());
        }
        try {
            long revision = Long.parseLong(from);
            store.since(wanted.type(), revision);
            return new Watch(this, wanted, new byte[0], revision);
        } catch (NumberFormatException e) {
            throw ApiException.badRequest("resourceVersion: Invalid value: \"" + from + "\"");
        } catch (ExpiredException e) {
            throw ApiException.expired(e.getMessage());
        }
    }

    private static boolean isOf(Watch watch, String resource) {
        return resource.equals("*") || watch.query().type().resource().equals(resource);
    }
}
