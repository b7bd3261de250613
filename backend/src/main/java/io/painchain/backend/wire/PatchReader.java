package io.painchain.backend.wire;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.painchain.backend.problem.ProblemType;

@Singleton
public class PatchReader {

    private final WireReader reader;
    private final ObjectMapper mapper;

    PatchReader(WireReader reader, ObjectMapper mapper) {
        this.reader = reader;
        this.mapper = mapper;
    }

    public <R extends Record> R read(JsonNode json, Class<R> type) {
        return reader.read(json, type).orThrow();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem validation, naming every wrong field */
    public <R extends Record> R patched(R before, JsonNode patch, Class<R> type) {
        if (!patch.isObject()) {
            throw ProblemType.invalid("", "must be a JSON object");
        }
        return read(MergePatch.apply(mapper.valueToTree(before), patch), type);
    }
}
