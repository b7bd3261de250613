package io.painchain.connector.list;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;

/** Within a record a text or number in the place of a record counts as absent, so that the rest can be read. */
public final class OddParts extends DeserializationProblemHandler {

    @Override
    public Object handleMissingInstantiator(DeserializationContext context, Class<?> type, ValueInstantiator instantiator,
            JsonParser parser, String message) throws IOException {
        boolean whole = parser.getParsingContext().inRoot();
        return whole || !parser.currentToken().isScalarValue() ? NOT_HANDLED : null;
    }
}
