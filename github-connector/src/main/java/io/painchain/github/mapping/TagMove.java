package io.painchain.github.mapping;

import java.time.Instant;

/**
 * A tag that stands for another commit than before.
 *
 * @param at when that was noticed; GitHub tells it to nobody
 * @param before the commit that it stood for, {@code null} where unknown
 * @param after the commit that it stands for now, {@code null} where unknown
 */
public record TagMove(String name, Instant at, String before, String after) {
}
