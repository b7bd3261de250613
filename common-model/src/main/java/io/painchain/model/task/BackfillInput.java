package io.painchain.model.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#backfill}.
 *
 * @param from the first moment to read
 * @param to the first moment not to read; absent: when it was asked for
 * @param kinds event types; absent: all
 * @param resume what an earlier attempt told last in its progress; absent at the first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BackfillInput(Instant from, Instant to, List<String> kinds, Map<String, Object> resume) {
}
