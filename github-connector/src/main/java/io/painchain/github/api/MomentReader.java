package io.painchain.github.api;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Commits bear any date, so years of five digits must parse, too. */
final class MomentReader extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    MomentReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            Instant moment = of(parser.getText());
            return moment != null ? moment
                    : (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "is no time");
        }
        if (parser.hasToken(JsonToken.VALUE_NUMBER_INT)) {
            return ofSeconds(parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Long.MAX_VALUE
                    : parser.getLongValue());
        }
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
    }

    static Instant of(String text) {
        try {
            boolean farAhead = text.indexOf('-') > 4 && Character.isDigit(text.charAt(0));
            return Instant.parse(farAhead ? "+" + text : text);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Instant ofSeconds(long seconds) {
        boolean known = seconds > Instant.MIN.getEpochSecond() && seconds < Instant.MAX.getEpochSecond();
        return known ? Instant.ofEpochSecond(seconds) : null;
    }
}
