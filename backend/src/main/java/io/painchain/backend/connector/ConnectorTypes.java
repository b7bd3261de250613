package io.painchain.backend.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.backend.connector.schema.ConfigSchema;
import io.painchain.backend.problem.ProblemType;
import io.painchain.model.connector.ConnectorType;
import io.quarkiverse.resteasy.problem.HttpProblem;

@Singleton
public class ConnectorTypes {

    /** The backend's own, under which nobody else writes. */
    public static final String OWN = "painchain";

    private final ConnectorTypeRepository repository;
    private final Map<String, Compiled> compiled = new ConcurrentHashMap<>();

    ConnectorTypes(ConnectorTypeRepository repository) {
        this.repository = repository;
    }

    /** Empty where no connector ever registered the type. */
    public Optional<ConfigSchema> configSchema(String type) {
        return repository.configSchema(type).map(json -> compiled.compute(type,
                (id, known) -> known != null && known.json().equals(json) ? known : new Compiled(json, ConfigSchema.of(json)))
                .schema());
    }

    public Optional<ConnectorType> find(String type) {
        return repository.find(type);
    }

    public List<ConnectorType> all() {
        return repository.list();
    }

    /** Changes with any of them. */
    public String version() {
        return repository.version();
    }

    public HttpProblem unknown(String type) {
        var known = repository.ids();
        var which = known.isEmpty() ? "None is known yet" : "Known are: " + String.join(", ", known);
        return ProblemType.UNKNOWN_CONNECTOR_TYPE.problem(("No connector of type '%s' has registered. %s. If its connector was "
                + "just started, it may need a moment; if it was not started, start it.").formatted(type, which));
    }

    private record Compiled(JsonNode json, ConfigSchema schema) {
    }
}
