package io.painchain.backend.task.request;

import java.util.List;

/** @param repositories names ({@code "acme/api"}), or objects with {@code owner}, {@code repo} and what else the type takes */
public record RepositorySelection(List<Object> repositories) {
}
