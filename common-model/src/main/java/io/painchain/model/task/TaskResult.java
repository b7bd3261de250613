package io.painchain.model.task;

import java.util.Map;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * What a task came to: the body of {@code POST /api/connectors/{type}/tasks/{id}/result}.
 *
 * @param attempt the attempt that ends; absent: the newest
 * @param output by kind, where {@code ok}; without secrets, but for {@link TaskKind#connect}
 * @param error a sentence a user can act on, where not {@code ok}
 * @param status where not {@code ok} because of what the caller asked: the 4xx that says so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskResult(
        Integer attempt,
        boolean ok,
        Map<String, Object> output,
        @Size(max = Limits.ERROR) @CleanText String error,
        @Min(400) @Max(499) Integer status) {
}
