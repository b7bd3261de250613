package io.painchain.model.task;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#proxy}: a request under {@code /api/v1/{type}/…} as it came.
 *
 * @param method {@code GET}, {@code POST}, {@code PUT}, {@code PATCH} or {@code DELETE}
 * @param path what follows {@code /api/v1/{type}/}, percent-encoded, e.g. {@code acme/api/labels/good%20first%20issue}
 * @param query decoded; of a name that came twice the first value; without {@code integrationId}
 * @param body any JSON; absent where there was none
 * @param requestedBy who asked, for the connector's log
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProxyRequest(String method, String path, Map<String, String> query, Object body, String requestedBy) {
}
