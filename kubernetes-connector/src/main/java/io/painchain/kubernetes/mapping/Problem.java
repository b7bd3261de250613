package io.painchain.kubernetes.mapping;

import java.time.Instant;
import java.util.List;

/**
 * What ails a workload.
 *
 * @param reasons the first names it
 * @param end {@code null} while it lasts; {@code late}: it was there before anybody watched
 */
public record Problem(Place place, List<String> reasons, Instant begin, Instant end, Instant asOf, int pods, String container,
        int restarts, String message, boolean late) {

    /** @param revision 0: it has none */
    public record Place(String kind, String name, String shortUid, long revision) {
    }
}
