package io.painchain.backend.paging;

import java.util.List;
import java.util.Optional;

/**
 * Part of a list.
 *
 * @param next the cursor that the rest begins after; empty where this is the end
 */
public record Page<T>(List<T> items, Optional<String> next) {
}
