package io.painchain.backend.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonToken;

/** What a delivery's body says, as JSON: the body itself, or what the field {@code payload} of a form has. */
public final class Payload {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FIELD = "payload=";

    private final byte[] json;

    private Payload(byte[] json) {
        this.json = json;
    }

    /** @param contentType may be {@code null} */
    public static Payload of(String contentType, byte[] body) {
        if (contentType == null || !contentType.regionMatches(true, 0, FORM, 0, FORM.length())) {
            return new Payload(body);
        }
        return Stream.of(new String(body, UTF_8).split("&")).filter(pair -> pair.startsWith(FIELD)).findFirst()
                .map(pair -> new Payload(decoded(pair.substring(FIELD.length())))).orElse(new Payload(body));
    }

    public byte[] json() {
        return json;
    }

    /** The texts and numbers at some places, by pointer; without building a tree, and none of what is no JSON. */
    public Map<String, String> values(Collection<String> pointers) {
        var found = new HashMap<String, String>();
        var wanted = pointers.stream().distinct().map(pointer -> new Wanted(pointer, JsonPointer.compile(pointer))).toList();
        try (var parser = JSON.createParser(json)) {
            if (!wanted.isEmpty() && parser.nextToken() == JsonToken.START_OBJECT) {
                collect(parser, wanted, found);
            }
        } catch (IOException e) {
            return found; // what was read before it broke off
        }
        return found;
    }

    private static void collect(JsonParser parser, List<Wanted> wanted, Map<String, String> found) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            var name = parser.currentName();
            var below = wanted.stream().filter(one -> one.rest().matchesProperty(name)).map(Wanted::tail).toList();
            var token = parser.nextToken();
            if (token == JsonToken.START_OBJECT && !below.isEmpty()) {
                collect(parser, below, found);
            } else if (token.isStructStart()) {
                parser.skipChildren();
            } else if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
                var text = below.isEmpty() ? null : parser.getText();
                below.stream().filter(one -> one.rest().matches()).forEach(one -> found.putIfAbsent(one.pointer(), text));
            }
        }
    }

    private static byte[] decoded(String form) {
        try {
            return URLDecoder.decode(form, UTF_8).getBytes(UTF_8);
        } catch (IllegalArgumentException e) {
            return form.getBytes(UTF_8);
        }
    }

    private record Wanted(String pointer, JsonPointer rest) {

        Wanted tail() {
            return new Wanted(pointer, rest.tail());
        }
    }
}
