package io.painchain.backend.wire;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.painchain.backend.problem.ProblemType;

/** Parses request bodies; numbers stay exact. */
@Singleton
public class JsonBody {

    private static final String BEYOND = "The body has a number or a name that is too large, or is nested too deep: "
            + StreamReadConstraints.DEFAULT_MAX_NUM_LEN + " digits and " + StreamReadConstraints.DEFAULT_MAX_DEPTH
            + " levels are read at most.";

    private final ObjectReader reader;

    JsonBody(ObjectMapper mapper) {
        this.reader = mapper.readerFor(JsonNode.class)
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .without(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /**
     * @return a missing node for an absent body
     * @throws io.quarkiverse.resteasy.problem.HttpProblem malformed-json, too-large
     */
    public JsonNode parseOptional(byte[] body, int limit) throws IOException {
        if (body == null || body.length == 0) {
            return MissingNode.getInstance();
        }
        if (body.length > limit) {
            throw ProblemType.TOO_LARGE.problem("The body may have " + limit + " bytes at most.");
        }
        return parse(new ByteArrayInputStream(body));
    }

    JsonNode parse(InputStream stream) throws IOException {
        JsonNode json;
        try {
            json = reader.readValue(stream);
        } catch (StreamConstraintsException | NumberFormatException e) { // the latter of an exponent beyond an int
            throw ProblemType.MALFORMED_JSON.problem(BEYOND);
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
