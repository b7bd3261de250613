package io.painchain.backend.paging;

import java.util.List;
import java.util.Optional;

/** @param next cursor of the next page; empty at the end */
public record Page<T>(List<T> items, Optional<String> next) {
}
