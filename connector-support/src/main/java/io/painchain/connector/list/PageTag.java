package io.painchain.connector.list;

public record PageTag(String url, String etag) {
}
