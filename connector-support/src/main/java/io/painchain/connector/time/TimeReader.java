package io.painchain.connector.time;

import java.io.IOException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Reads times in all the forms of {@link TimeText}: one odd date in an answer shall not make the rest unreadable. */
public final class TimeReader extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    public TimeReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            Instant moment = TimeText.of(parser.getText());
            return moment != null ? moment
                    : (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "is no time");
        }
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? null
                    : TimeText.ofCount(parser.getLongValue());
        }
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }
}
