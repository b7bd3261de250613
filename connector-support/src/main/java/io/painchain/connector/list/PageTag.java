package io.painchain.connector.list;

/** A page and the ETag that it had. */
public record PageTag(String url, String etag) {
}
