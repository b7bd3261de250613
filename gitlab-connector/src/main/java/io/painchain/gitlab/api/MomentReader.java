package io.painchain.gitlab.api;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

/** Times as GitLab writes them: with Z, with an offset, with blanks as in webhooks, or a bare date. */
final class MomentReader extends StdDeserializer<Instant> {

    private static final long serialVersionUID = 1L;
    private static final DateTimeFormatter BLANKS = new DateTimeFormatterBuilder().appendPattern("yyyy-MM-dd HH:mm:ss ")
            .appendOffset("+HHMM", "UTC").toFormatter(Locale.ROOT);
    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(), text -> OffsetDateTime.parse(text, BLANKS).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant());

    MomentReader() {
        super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        Instant moment = of(parser.getText());
        return moment != null ? moment
                : (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), "is no time");
    }

    /** {@code null} where the text is no time. */
    static Instant of(String text) {
        for (Function<String, Instant> form : FORMS) {
            try {
                return form.apply(text.strip());
            } catch (DateTimeException e) {
                // the next form may fit
                continue;
            }
        }
        return null;
    }
}
