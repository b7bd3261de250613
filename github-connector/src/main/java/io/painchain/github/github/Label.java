package io.painchain.github.github;

public record Label(String name) {
}
