package io.painchain.simulator.kubernetes.api;

import java.time.Duration;

import io.painchain.simulator.http.Query;
import io.painchain.simulator.kubernetes.api.call.ApiException;
import io.painchain.simulator.kubernetes.api.call.Form;
import io.painchain.simulator.kubernetes.api.call.Target;
import io.painchain.simulator.kubernetes.store.Change;
import io.painchain.simulator.kubernetes.store.ResourceType;
import io.painchain.simulator.kubernetes.store.ResourceTypes;
import io.painchain.simulator.kubernetes.store.Selector;

/** What a watch is to tell of, in which form, and for how long. */
record WatchQuery(ResourceType type, String namespace, Selector selector, Form form, boolean bookmarks, Duration timeout) {

    private static final int USUAL_SECONDS = 2700;

    static WatchQuery of(Target target, Query query, Form form) throws ApiException {
        int seconds = query.number("timeoutSeconds", 0);
        Selector named = Lists.selector(target.name() == null ? query
                : query.with("fieldSelector", "metadata.name=" + target.name()));
        return new WatchQuery(target.type(), target.namespace(), named, form,
                query.get("allowWatchBookmarks", "").matches("true|1"),
                Duration.ofSeconds(seconds == 0 ? USUAL_SECONDS : seconds));
    }

    boolean known(ResourceTypes types) {
        return types.named(type.resource()).isPresent();
    }

    /** What the watch makes of a change, as an object may come to be selected, or no longer be; null for nothing. */
    String verb(Change change) {
        if (!namespace.isEmpty() && !change.object().path("metadata").path("namespace").asText().equals(namespace)) {
            return null;
        }
        boolean was = change.before() != null && selector.selects(change.before());
        boolean is = !change.verb().equals(Change.DELETED) && selector.selects(change.object());
        if (is) {
            return was ? Change.MODIFIED : Change.ADDED;
        }
        return was ? Change.DELETED : null;
    }
}
