package io.painchain.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS and client certificates as docs/operations.md sets them, with an authority of the test's own. */
class TlsIT {

    @TempDir
    private Path folder;

    private final int port = FreePort.find();
    private final int tlsPort = FreePort.find();
    private OwnAuthority authority;
    private PackagedProcess backend;

    @BeforeEach
    void startBackend() throws Exception {
        authority = OwnAuthority.in(folder);
        backend = PackagedProcess.start("backend", Map.ofEntries(
                Map.entry("PAINCHAIN_DATA", folder.resolve("data").toString()),
                Map.entry("PAINCHAIN_DATABASE_EMBEDDED_PROGRAMS", Installation.PROGRAMS.toString()),
                Map.entry("PAINCHAIN_CONNECTOR_KEY", Installation.CONNECTOR_KEY),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(port)),
                Map.entry("QUARKUS_HTTP_SSL_PORT", Integer.toString(tlsPort)),
                Map.entry("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled"),
                Map.entry("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_FILE", authority.issue("server").toString()),
                Map.entry("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_STORE_PASSWORD", OwnAuthority.PASSWORD),
                Map.entry("QUARKUS_HTTP_SSL_CERTIFICATE_TRUST_STORE_FILE", authority.trustStore().toString()),
                Map.entry("QUARKUS_HTTP_SSL_CERTIFICATE_TRUST_STORE_PASSWORD", OwnAuthority.PASSWORD),
                Map.entry("PAINCHAIN_TLS_CLIENTS", "required")), folder.resolve("backend.log"));
    }

    @AfterEach
    void end() {
        backend.close();
    }

    @Test
    void onlyWhoShowsACertificateIsServedAndConnectorsShowTheirs() throws Exception {
        // Given
        var identity = authority.issue("caller");
        await("backend").atMost(Patience.PROCESS).pollInterval(Duration.ofMillis(200)).ignoreExceptions()
                .failFast(() -> assertThat(backend.isAlive()).as(backend::log).isTrue())
                .until(() -> get(identity, "/q/health/ready").statusCode() == 200);

        // Then
        assertThat(get(identity, "/api/events").body()).isEqualTo("[]");
        assertThatThrownBy(() -> get(null, "/api/events")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> HttpClient.newHttpClient().send(request("http", port, "/api/events"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);

        // When
        try (var connector = PackagedProcess.start("github-connector", Map.of(
                "BACKEND_API_URL", "https://localhost:" + tlsPort + "/api", "PAINCHAIN_CONNECTOR_KEY",
                Installation.CONNECTOR_KEY,
                "QUARKUS_HTTP_PORT", Integer.toString(FreePort.find()),
                "PAINCHAIN_BACKEND_CA_FILE", authority.certificate().toString(),
                "PAINCHAIN_BACKEND_KEY_STORE_FILE", authority.issue("connector").toString(),
                "PAINCHAIN_BACKEND_KEY_STORE_PASSWORD", OwnAuthority.PASSWORD), folder.resolve("connector.log"))) {
            // Then
            await("registration").atMost(Patience.PROCESS).pollInterval(Duration.ofMillis(200))
                    .failFast(() -> assertThat(connector.isAlive()).as(connector::log).isTrue())
                    .until(() -> get(identity, "/api/connectors/metadata").body().contains("\"id\":\"github\""));
        }
    }

    private HttpResponse<String> get(Path identity, String path)
            throws GeneralSecurityException, IOException, InterruptedException {
        return HttpClient.newBuilder().sslContext(authority.trusting(identity)).connectTimeout(Duration.ofSeconds(10)).build()
                .send(request("https", tlsPort, path), BodyHandlers.ofString());
    }

    private static HttpRequest request(String scheme, int port, String path) {
        return HttpRequest.newBuilder(URI.create(scheme + "://localhost:" + port + path)).timeout(Duration.ofSeconds(30))
                .build();
    }
}
