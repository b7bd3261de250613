package io.painchain.backend.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class PayloadTest {

    private static final List<String> POINTERS = List.of("/repository/full_name", "/installation/id");

    @Test
    void readsValuesWithoutTheRest() {
        assertThat(values(
                "{\"a\": [{\"repository\": 1}], \"repository\": {\"x\": {}, \"full_name\": \"acme/api\"}, \"installation\": {\"id\": 12}}"))
                .containsEntry("/repository/full_name", "acme/api").containsEntry("/installation/id", "12").hasSize(2);
    }

    @Test
    void readsNothingOfWhatIsNoJson() {
        assertThat(values("")).isEmpty();
        assertThat(values("[1]")).isEmpty();
        assertThat(values("{\"repository\": {\"full_name\": null}}")).isEmpty();
        assertThat(values("{\"repository\": {\"full_name\": \"acme/api\"}, \"b\": <"))
                .containsOnlyKeys("/repository/full_name");
    }

    @Test
    void readsTheFieldOfAForm() {
        var payload = Payload.of("application/x-www-form-urlencoded; charset=utf-8",
                "x=1&payload=%7B%22repository%22%3A+%7B%22full_name%22%3A+%22acme%2Fapi%22%7D%7D".getBytes(UTF_8));

        assertThat(payload.values(POINTERS)).containsEntry("/repository/full_name", "acme/api");
        assertThat(new String(payload.json(), UTF_8)).isEqualTo("{\"repository\": {\"full_name\": \"acme/api\"}}");
    }

    @Test
    void unpacksWhatItPacked() {
        var body = "{\"a\": 1}".repeat(1_000).getBytes(UTF_8);

        assertThat(StoredBody.unpack(StoredBody.pack(body))).isEqualTo(body);
        assertThat(StoredBody.pack(body)).hasSizeLessThan(body.length / 10);
    }

    private static Map<String, String> values(String json) {
        return Payload.of("application/json", json.getBytes(UTF_8)).values(POINTERS);
    }
}
