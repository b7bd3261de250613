package io.painchain.github.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.painchain.model.event.EventDraft;

/** A record in which one thing is not as it should be is drafted with what is there or set aside raw; it stops nothing. */
class BrokenRecordsTest {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LONG = 300;

    static Stream<String> fixtures() {
        return Recorded.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void draftsARecordWithAFieldThatIsOddOrSetsItAside(String name) {
        // Given
        Recorded.Mapping mapping = Recorded.all().get(name);
        int drafted = 0;

        for (String path : paths(Recorded.json(name), "")) {
            for (Map.Entry<String, JsonNode> odd : odd(Recorded.json(name).at(path)).entrySet()) {
                // When
                JsonNode record = with(name, path, odd.getValue());

                // Then
                List<EventDraft> drafts = new ArrayList<>();
                assertThatCode(() -> drafts.addAll(drafts(mapping, record))).as("%s: %s is %s", name, path, odd.getKey())
                        .doesNotThrowAnyException();
                drafts.forEach(draft -> assertThatCode(() -> Recorded.assertTaken(draft))
                        .as("%s: %s is %s", name, path, odd.getKey()).doesNotThrowAnyException());
                drafted += drafts.size();
            }
        }
        assertThat(drafted).isPositive();
    }

    private static List<EventDraft> drafts(Recorded.Mapping mapping, JsonNode record) {
        try {
            return mapping.drafts(record);
        } catch (IOException setAside) {
            return List.of();
        }
    }

    private static List<String> paths(JsonNode node, String path) {
        List<String> paths = new ArrayList<>();
        node.properties().forEach(field -> {
            paths.add(path + "/" + field.getKey());
            paths.addAll(paths(field.getValue(), path + "/" + field.getKey()));
        });
        if (node.isArray() && !node.isEmpty()) {
            paths.add(path + "/0");
            paths.addAll(paths(node.get(0), path + "/0"));
        }
        return paths;
    }

    private static Map<String, JsonNode> odd(JsonNode value) {
        ArrayNode many = JSON.arrayNode();
        for (int i = 0; i < LONG; i++) {
            many.add(value.isArray() && !value.isEmpty() ? value.get(0) : value);
        }
        return Map.ofEntries(Map.entry("absent", JSON.missingNode()), Map.entry("null", JSON.nullNode()),
                Map.entry("an empty text", JSON.textNode("")), Map.entry("blank", JSON.textNode(" \t\r\n ")),
                Map.entry("a word", JSON.textNode("brand_new_word")),
                Map.entry("a long text", JSON.textNode("é".repeat(20_000))),
                Map.entry("unstorable", JSON.textNode("a\0b\u001b[31m\uD800\u202E\r\nc")),
                Map.entry("zero", JSON.numberNode(0)), Map.entry("negative", JSON.numberNode(-1)),
                Map.entry("a large number", JSON.numberNode((1L << 53) + 1)),
                Map.entry("too large a number", JSON.numberNode(BigInteger.TEN.pow(30))),
                Map.entry("a fraction", JSON.numberNode(1.5)), Map.entry("true", JSON.booleanNode(true)),
                Map.entry("an object", JSON.objectNode()), Map.entry("a list", JSON.arrayNode()),
                Map.entry("a list of nothing", JSON.arrayNode().addNull()), Map.entry("a long list", many),
                Map.entry("2040", JSON.textNode("2040-06-23T03:36:01Z")),
                Map.entry("1969", JSON.textNode("1969-12-31T23:00:00Z")),
                Map.entry("year 10000", JSON.textNode("10000-01-01T00:00:00Z")),
                Map.entry("before Christ", JSON.textNode("-0044-03-15T12:00:00Z")));
    }

    private static JsonNode with(String name, String path, JsonNode value) {
        JsonNode record = Recorded.json(name);
        String last = path.substring(path.lastIndexOf('/') + 1);
        JsonNode parent = record.at(path.substring(0, path.lastIndexOf('/')));
        if (parent instanceof ArrayNode array) {
            array.set(0, value.isMissingNode() ? JSON.nullNode() : value);
        } else if (value.isMissingNode()) {
            ((ObjectNode) parent).remove(last);
        } else {
            ((ObjectNode) parent).set(last, value);
        }
        return record;
    }
}
