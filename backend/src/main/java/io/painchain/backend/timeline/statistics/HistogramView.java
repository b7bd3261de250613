package io.painchain.backend.timeline.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How many events began when.
 *
 * @param from the window's start; what began earlier is not counted
 * @param to the window's end, not part of it
 * @param widthSeconds how long each bin is
 * @param by what the counts are by: connector, type, status or project
 * @param bins all that the window touches, oldest first, empty ones too
 */
public record HistogramView(Instant from, Instant to, long widthSeconds, String by, List<Bin> bins) {

    /**
     * @param start a multiple of the width in UTC; of weeks and longer, counted from a Monday
     * @param total all events of the bin
     * @param counts the 12 commonest values of the whole window, the commonest first, and {@code other} for the rest;
     *        {@code none} for events without one. A value that the bin lacks is absent
     */
    public record Bin(Instant start, long total, Map<String, Long> counts) {
    }
}
