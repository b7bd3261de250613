package io.painchain.backend.webhook.inbox;

import static io.painchain.backend.webhook.WebhookSender.signed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.painchain.backend.Api;
import io.painchain.backend.webhook.StoredBody;
import io.painchain.backend.webhook.StoredDeliveries;
import io.painchain.backend.webhook.WebhookSender;
import io.quarkus.test.junit.QuarkusTest;

/** Recorded payloads; skipped where they are missing. */
@QuarkusTest
class CorpusTest {

    private static final Path CORPUS = Path.of("../../shared/corpus");

    @Inject
    StoredDeliveries stored;

    @Test
    void storesEveryRecordedPayloadAsItCame() throws IOException {
        // Given
        var files = files("webhooks");
        var sender = WebhookSender.signing();
        var integration = sender.integration(Api.newTenant(), "acme/api");

        // When
        for (var file : files) {
            var body = Files.readAllBytes(file);
            send(sender, integration, file, signed(WebhookSender.SECRET, body));
        }

        // Then
        var rows = stored.of(integration);
        assertStored(rows, files);
        assertThat(rows).hasSizeGreaterThanOrEqualTo(229);
        assertThat(rows).filteredOn(row -> row.repository() != null).hasSizeGreaterThan(150);
        assertThat(handedOver(sender)).isEqualTo(files.size());
    }

    @Test
    void storesWhatComesWithATokenAsItCame() throws IOException {
        // Given
        var files = files("gitlab/webhooks");
        var sender = WebhookSender.proving("{\"scheme\": \"token\", \"header\": \"X-Token\"}");
        var integration = sender.integration(Api.newTenant(), "acme/api");

        // When
        for (var file : files) {
            send(sender, integration, file, Map.of("X-Token", WebhookSender.SECRET));
        }

        // Then
        assertStored(stored.of(integration), files);
        assertThat(stored.of(integration)).allSatisfy(row -> assertThat(row.headers()).doesNotContain(WebhookSender.SECRET));
        assertThat(handedOver(sender)).isEqualTo(files.size());
    }

    private static List<Path> files(String folder) throws IOException {
        var root = CORPUS.resolve(folder);
        assumeTrue(Files.isDirectory(root), "recorded payloads are missing: " + root);
        try (var all = Files.walk(root)) {
            return all.filter(file -> file.toString().endsWith(".json") && !file.getFileName().toString().startsWith("_"))
                    .sorted()
                    .toList();
        }
    }

    private static void send(WebhookSender sender, String integration, Path file, Map<String, String> proof)
            throws IOException {
        var headers = new HashMap<>(proof);
        headers.put("X-Event", file.getParent().getFileName().toString());
        sender.send("/api/webhooks/%s/%s".formatted(sender.type, integration), file.toString().replaceFirst(".*/corpus/", ""),
                Files.readAllBytes(file), headers).statusCode(202).body("status", equalTo("accepted"));
    }

    private static void assertStored(List<StoredDeliveries.Stored> rows, List<Path> files) throws IOException {
        assertThat(rows).hasSameSizeAs(files);
        for (int i = 0; i < files.size(); i++) {
            assertThat(StoredBody.unpack(rows.get(i).body())).as("%s", files.get(i))
                    .isEqualTo(Files.readAllBytes(files.get(i)));
        }
    }

    private static int handedOver(WebhookSender sender) {
        int count = 0;
        for (var ids = WebhookSender.ids(sender.lease()); ids != null; ids = WebhookSender.ids(sender.lease())) {
            count += ids.size();
        }
        return count;
    }
}
