package io.painchain.github.api.record;

public record Label(String name) {
}
