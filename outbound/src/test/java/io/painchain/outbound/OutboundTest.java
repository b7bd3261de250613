package io.painchain.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTest {

    private final Outbound allowing = Outbound.of(null);
    private final Outbound denying = Outbound.of("deny");

    @ParameterizedTest
    @ValueSource(strings = { "https://127.0.0.1", "https://localhost:8443/api", "https://10.1.2.3", "https://[::1]/",
            "https://[::ffff:10.0.0.1]/", "https://2130706433/", "https://169.254.169.254/latest",
            "https://metadata.google.internal",
            "http://140.82.121.3", "https://user@140.82.121.3", "ftp://140.82.121.3", "file:///etc/passwd" })
    void deniesWhatIsNotThePublicInternet(String url) {
        assertThatThrownBy(() -> denying.check(URI.create(url))).isInstanceOf(RefusedAddress.class);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "http://[fd00:ec2::254]/",
            "http://[::ffff:169.254.169.254]/",
            "http://metadata.google.internal/computeMetadata/v1", "http://METADATA.google.internal./", "http://0.0.0.0/",
            "http://100.100.100.200/", "https://user:secret@10.0.0.1/" })
    void metadataIsRefusedAlsoWherePrivateAddressesAreAllowed(String url) {
        assertThatThrownBy(() -> allowing.check(URI.create(url))).isInstanceOf(RefusedAddress.class);
    }

    @Test
    void allowsPrivateAddressesUnlessTold() {
        assertThatCode(() -> allowing.check(URI.create("http://127.0.0.1:8080/api"))).doesNotThrowAnyException();
        assertThatCode(() -> allowing.check(URI.create("https://10.0.0.1/api"))).doesNotThrowAnyException();
        assertThatCode(() -> denying.check(URI.create("https://140.82.121.3/api"))).doesNotThrowAnyException();
        assertThatThrownBy(() -> Outbound.of("maybe")).hasMessageContaining("must be allow or deny");
    }

    @Test
    void aClientConnectsToNothingPrivateWhateverWasCheckedBefore() throws Exception {
        try (var secret = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Given: a client that asks nobody, as after a name changed its address
            var client = denying.client().connectTimeout(Duration.ofSeconds(5)).build();
            var url = URI.create("https://localhost:" + secret.getLocalPort());

            // When, Then
            assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(url).timeout(Duration.ofSeconds(5)).build(),
                    BodyHandlers.discarding())).isInstanceOf(IOException.class).hasMessageContaining("403");
            secret.setSoTimeout(200);
            assertThatThrownBy(secret::accept).isInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    @Test
    void aClientThatIsNotTheJdksGetsTheProxyThatTheJdksWouldUse() {
        var before = System.getProperties().clone();
        try {
            System.setProperty("https.proxyHost", "proxy.example");
            System.setProperty("https.proxyPort", "3128");
            System.setProperty("http.nonProxyHosts", "*.internal");

            assertThat(allowing.proxy(URI.create("https://10.0.0.1:6443")))
                    .hasValueSatisfying(proxy -> assertThat(proxy).hasToString("proxy.example/<unresolved>:3128"));
            assertThat(allowing.proxy(URI.create("https://prod.internal:6443"))).isEmpty();
            assertThat(denying.proxy(URI.create("https://140.82.121.3"))).isEqualTo(denying.gate());
        } finally {
            System.setProperties((Properties) before);
        }
        assertThat(allowing.proxy(URI.create("https://10.0.0.1:6443"))).isEmpty();
    }

    @Test
    void plainHttpDoesNotPassTheGate() throws Exception {
        var answer = denying.client().build().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:1/")).build(),
                BodyHandlers.discarding());

        assertThat(answer.statusCode()).isEqualTo(405);
    }

    @Test
    void theGateConnectsToWhatItHasCheckedAndNotToWhatTheNameLeadsToLater() throws Exception {
        try (var provider = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            // Given: a name that no resolver knows, so that only the gate's own answer can lead there
            var gate = OutboundGate.open(host -> new InetAddress[] { InetAddress.getLoopbackAddress() });
            var served = CompletableFuture.supplyAsync(() -> firstBytes(provider));

            // When
            try (var client = new Socket(gate.address().getAddress(), gate.address().getPort())) {
                client.setSoTimeout(5_000);
                client.getOutputStream().write("CONNECT name.invalid:%d HTTP/1.1\r\nHost: x\r\n\r\n"
                        .formatted(provider.getLocalPort()).getBytes(StandardCharsets.US_ASCII));
                var answer = new String(client.getInputStream().readNBytes(39), StandardCharsets.US_ASCII);
                client.getOutputStream().write("hello".getBytes(StandardCharsets.US_ASCII));

                // Then
                assertThat(answer).startsWith("HTTP/1.1 200 Connection established");
                assertThat(served.get(5, TimeUnit.SECONDS)).isEqualTo("hello");
            }
        }
    }

    @Test
    void anAddressThatIsAwayIsAFailureAndNoAnswer() {
        var gate = OutboundGate.open(host -> new InetAddress[] { InetAddress.getLoopbackAddress() });
        var client = HttpClient.newBuilder().proxy(ProxySelector.of(gate.address())).build();

        assertThatThrownBy(() -> client.send(HttpRequest.newBuilder(URI.create("https://name.invalid:1/"))
                .timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding())).isInstanceOf(IOException.class);
    }

    private static String firstBytes(ServerSocket provider) {
        try (var connection = provider.accept()) {
            connection.setSoTimeout(5_000);
            return new String(connection.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
