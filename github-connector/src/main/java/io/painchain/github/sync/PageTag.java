package io.painchain.github.sync;

/** A page and the ETag that it had. */
public record PageTag(String url, String etag) {
}
