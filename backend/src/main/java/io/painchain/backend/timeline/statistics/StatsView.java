package io.painchain.backend.timeline.statistics;

import java.util.Map;

/**
 * How much happened.
 *
 * @param events all of the window
 * @param byStatus events without a status are not in it
 * @param integrations how many there are, whatever the window
 */
public record StatsView(long events, Map<String, Long> byConnector, Map<String, Long> byType, Map<String, Long> byStatus,
        long integrations) {
}
