package io.painchain.connector.backend;

import java.io.IOException;
import java.time.Duration;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.backend.BackendException.Kind;

final class BackendRefusals implements ResponseExceptionMapper<BackendException> {

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return status >= 300;
    }

    @Override
    public BackendException toThrowable(Response answer) {
        String problem = problem(answer);
        Kind kind = problem.contains("unknown-connector-type") ? Kind.UNKNOWN_TYPE : kind(answer.getStatus());
        return new BackendException(kind, "answered " + answer.getStatus() + " " + problem, retryAfter(answer), null);
    }

    private static Kind kind(int status) {
        return switch (status) {
            case 401, 403 -> Kind.UNAUTHORIZED;
            case 404 -> Kind.NOT_FOUND;
            case 409 -> Kind.CONFLICT;
            case 410 -> Kind.GONE;
            case 413 -> Kind.TOO_LARGE;
            case 408, 429 -> Kind.UNAVAILABLE;
            default -> status >= 500 ? Kind.UNAVAILABLE : Kind.REFUSED;
        };
    }

    private static Duration retryAfter(Response answer) {
        String value = answer.getHeaderString("Retry-After");
        return value != null && value.matches("\\d{1,5}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }

    private static String problem(Response answer) {
        try {
            JsonNode problem = ContractJson.MAPPER.readTree(answer.hasEntity() ? answer.readEntity(String.class) : "");
            return problem.path("type").asText("") + " " + problem.path("detail").asText(problem.path("title").asText(""));
        } catch (IOException e) {
            return "";
        }
    }
}
