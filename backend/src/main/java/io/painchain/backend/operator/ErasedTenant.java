package io.painchain.backend.operator;

import java.util.SortedMap;

/**
 * What was erased.
 *
 * @param rows how many of each table, the emptied ones only
 */
public record ErasedTenant(String id, long total, SortedMap<String, Long> rows) {
}
