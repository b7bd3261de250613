package io.painchain.connector.rig;

import java.io.IOException;

import jakarta.validation.Validation;
import jakarta.validation.Validator;

import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** The contract's records as JSON, held to its bounds. */
final class Wire {

    static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    private static final Validator VALIDATOR = Validation.byDefaultProvider().configure()
            .messageInterpolator(new ParameterMessageInterpolator()).buildValidatorFactory().getValidator();

    private Wire() {
    }

    static <T> T read(byte[] body, Class<T> type) throws IOException {
        return valid(JSON.readValue(body, type));
    }

    static boolean isValid(Object record) {
        return VALIDATOR.validate(record).isEmpty();
    }

    static <T> T valid(T record) {
        if (!isValid(record)) {
            throw new AssertionError("not valid by the contract: " + VALIDATOR.validate(record));
        }
        return record;
    }
}
