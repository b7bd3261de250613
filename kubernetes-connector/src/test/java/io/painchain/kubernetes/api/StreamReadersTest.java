package io.painchain.kubernetes.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

class StreamReadersTest {

    private static final Path CORPUS = Path.of("../../shared/corpus/kubernetes");

    private static List<ByteBuffer> bytes(String text) {
        return List.of(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> lines(LineReader reader, String text) throws LineReader.TooLongException {
        return reader.read(bytes(text)).stream().map(line -> new String(line, StandardCharsets.UTF_8)).toList();
    }

    @Test
    void givesOutWholeLinesOnly() throws Exception {
        LineReader reader = new LineReader();

        assertThat(lines(reader, "{\"a\":1}\n{\"b\"")).containsExactly("{\"a\":1}");
        assertThat(lines(reader, ":2}")).isEmpty();
        assertThat(lines(reader, "\n\n")).containsExactly("{\"b\":2}", "");
    }

    @Test
    void refusesALineThatIsTooLong() {
        assertThatThrownBy(() -> new LineReader(10).read(bytes("x".repeat(11))))
                .isInstanceOf(LineReader.TooLongException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 7, 100_000 })
    void readsAListItemByItemHoweverItArrives(int piece) throws IOException {
        String list = """
                {"kind":"PodList","metadata":{"resourceVersion":"42","continue":"abc","remainingItemCount":3,"x":{"continue":"no"}},
                 "items":[{"metadata":{"name":"a","continue":"no"},"items":[{"q":1}]},{"metadata":{"name":"b"}}],"other":[{"z":1}]}""";
        List<JsonNode> items = new ArrayList<>();
        ItemReader reader = new ItemReader(items::add);

        for (int from = 0; from < list.length(); from += piece) {
            reader.read(bytes(list.substring(from, Math.min(list.length(), from + piece))));
        }

        assertThat(items).extracting(item -> item.at("/metadata/name").asText()).containsExactly("a", "b");
        assertThat(items.get(0).at("/items/0/q").asInt()).isEqualTo(1);
        assertThat(reader.resourceVersion()).isEqualTo("42");
        assertThat(reader.continueToken()).isEqualTo("abc");
        assertThat(reader.whole()).isTrue();
    }

    @Test
    void knowsThatAListIsNotWhole() throws IOException {
        ItemReader reader = new ItemReader(item -> {
        });

        reader.read(bytes("{\"metadata\":{\"resourceVersion\":\"1\"},\"items\":[{\"a\":1}"));

        assertThat(reader.whole()).isFalse();
    }

    @Test
    void readsRecordedLists() throws IOException {
        Assumptions.assumeTrue(Files.isDirectory(CORPUS), "the corpus is not beside the project");
        List<JsonNode> pods = new ArrayList<>();
        ItemReader reader = new ItemReader(pods::add);

        reader.read(List.of(ByteBuffer.wrap(Files.readAllBytes(CORPUS.resolve("kubeclient__pods_1.json")))));

        assertThat(pods).isNotEmpty().allMatch(pod -> pod.path("metadata").has("name"));
        assertThat(reader.continueToken()).isNotNull();
    }
}
