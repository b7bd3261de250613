package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Waits until a timeline shows exactly what happened: nothing lost, nothing doubled, nothing set back. */
final class Arrivals {

    private Arrivals() {
    }

    /** @param expected external id → status, with a null status where the contract names none */
    static void awaitExactly(Timeline timeline, String filter, Map<String, String> expected) {
        await("all events of " + filter).atMost(Patience.PROCESS).pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> verify(timeline, filter, expected));
    }

    private static void verify(Timeline timeline, String filter, Map<String, String> expected) {
        var events = timeline.events(filter);
        var counts = new TreeMap<String, Long>();
        events.forEach(event -> counts.merge((String) event.get("externalId"), 1L, Long::sum));
        // When a tag came about, and so its id, is told by GitHub's feed alone, late or never.
        if (expected.keySet().stream().noneMatch(id -> id.startsWith("tag-"))) {
            counts.keySet().removeIf(id -> id.startsWith("tag-"));
        }
        assertThat(new TreeSet<>(difference(expected.keySet(), counts.keySet()))).as("missing").isEmpty();
        assertThat(new TreeSet<>(difference(counts.keySet(), expected.keySet()))).as("not expected").isEmpty();
        assertThat(counts.values()).as("how often each is there").containsOnly(1L);
        var statuses = events.stream().filter(event -> event.get("status") != null)
                .collect(Collectors.toMap(event -> (String) event.get("externalId"), event -> (String) event.get("status")));
        expected.forEach((id, status) -> {
            if (status != null) {
                assertThat(statuses.get(id)).as("status of " + id).isEqualTo(status);
            }
        });
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        return all.stream().filter(id -> !without.contains(id)).collect(Collectors.toSet());
    }
}
