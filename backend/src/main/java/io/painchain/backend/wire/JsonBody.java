package io.painchain.backend.wire;

import java.io.IOException;
import java.io.InputStream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;

import io.painchain.backend.problem.ProblemType;

/** Parses a request's body, keeping numbers exact. */
@Singleton
class JsonBody {

    private final ObjectReader reader;

    JsonBody(ObjectMapper mapper) {
        this.reader = mapper.readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem malformed-json, with line and column */
    JsonNode parse(InputStream stream) throws IOException {
        JsonNode json;
        try {
            json = reader.readValue(stream);
        } catch (JsonProcessingException e) {
            var location = e.getLocation();
            var where = location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
            throw ProblemType.MALFORMED_JSON.problem("The body is not valid JSON" + where + ".");
        }
        if (json == null || json.isMissingNode()) {
            throw ProblemType.MALFORMED_JSON.problem("The body is empty; send a JSON object.");
        }
        return json;
    }
}
