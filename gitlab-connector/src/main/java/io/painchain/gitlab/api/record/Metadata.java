package io.painchain.gitlab.api.record;

public record Metadata(String version, Boolean enterprise) {
}
