package io.painchain.github.registration;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

import io.painchain.connector.list.PageTurns;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.record.hook.HookDelivery;

/** GitHub's list of what a webhook delivered. */
final class Deliveries {

    private static final int PAGES = 10;

    private Deliveries() {
    }

    /** The newest of each event, the newest first, as far as {@code enough}. */
    static Map<String, HookDelivery> of(GitHubApi api, String list, Predicate<HookDelivery> enough) {
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
        return found;
    }
}
