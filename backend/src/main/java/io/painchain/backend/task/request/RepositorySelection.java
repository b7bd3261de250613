package io.painchain.backend.task.request;

import java.util.List;

/** @param repositories names ({@code "acme/api"}) or objects as the type's schema has them */
public record RepositorySelection(List<Object> repositories) {
}
