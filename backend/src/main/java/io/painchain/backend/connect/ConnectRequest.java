package io.painchain.backend.connect;

import java.util.Map;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.model.validation.CleanText;
import io.painchain.model.validation.Limits;

/**
 * @param way absent: the first that the connector declares
 * @param name of the integration; absent: what the connector calls it
 * @param inputs what the way asks for, by name
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectRequest(
        @NotNull @Size(max = Limits.CONNECTOR) String type,
        @Size(max = 50) @CleanText String way,
        @Size(max = 100) @CleanText String name,
        @Size(max = 20) Map<String, Object> inputs) {
}
