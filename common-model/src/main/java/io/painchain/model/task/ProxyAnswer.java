package io.painchain.model.task;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The output of a {@link TaskKind#proxy}, passed on to who asked.
 *
 * @param status 200 to 599
 * @param headers to pass on; of them only those that say something of the body or of quota and cache
 * @param body any JSON; absent: none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProxyAnswer(int status, Map<String, String> headers, Object body) {
}
