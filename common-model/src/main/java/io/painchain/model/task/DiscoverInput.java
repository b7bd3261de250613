package io.painchain.model.task;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#discover}.
 *
 * @param config the configuration to use, in clear; absent: the integration's as it is stored
 * @param q part of a name, or {@code null} for all
 * @param page from 1
 * @param perPage 1 to 100
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscoverInput(Map<String, Object> config, String q, int page, int perPage) {
}
