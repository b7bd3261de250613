package io.painchain.github.mapping;

import java.time.Instant;

/** GitHub reports no moved tags, so {@code at} is when it was noticed; unknown commits are null. */
public record TagMove(String name, Instant at, String before, String after) {
}
