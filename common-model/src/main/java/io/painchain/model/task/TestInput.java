package io.painchain.model.task;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#test}.
 *
 * @param config the configuration to try, in clear; absent: the integration's as it is stored
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TestInput(Map<String, Object> config) {
}
