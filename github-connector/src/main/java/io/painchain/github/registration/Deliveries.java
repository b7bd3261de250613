package io.painchain.github.registration;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.record.hook.HookDelivery;

/**
 * GitHub's list of what a webhook delivered.
 *
 * @param newest of each event, the newest first
 * @param cut whether the list goes on before it was enough
 */
record Deliveries(Map<String, HookDelivery> newest, boolean cut) {

    /** As many as the backend names at once, and some that are missing. */
    private static final int PAGES = 60;

    /** As far as {@code enough}. */
    static Deliveries of(GitHubApi api, String list, Predicate<HookDelivery> enough) {
        Map<String, HookDelivery> found = new LinkedHashMap<>();
        URI first = api.url(list + "?per_page=100");
        PageTurns<HookDelivery> turns = new PageTurns<>(first, PAGES, page -> api.page(page, null, null, HookDelivery.class));
        boolean more = true;
        while (more && turns.more()) {
            for (HookDelivery delivery : turns.turn().items()) {
                more &= !enough.test(delivery);
                if (more) {
                    found.putIfAbsent(delivery.guid(), delivery);
                }
            }
        }
        return new Deliveries(found, more && turns.cut());
    }
}
