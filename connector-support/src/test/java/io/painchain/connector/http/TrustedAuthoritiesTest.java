package io.painchain.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

/** An Enterprise server whose certificate no public authority signed. */
class TrustedAuthoritiesTest {

    private static final char[] PASSWORD = "only-for-this-test".toCharArray();

    private HttpsServer server;
    private Path pem;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException, GeneralSecurityException, InterruptedException {
        Path store = folder.resolve("store.p12");
        pem = folder.resolve("ca.pem");
        keytool("-genkeypair", "-alias", "own", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=localhost", "-ext",
                "SAN=dns:localhost,ip:127.0.0.1", "-validity", "2", "-keystore", store.toString());
        keytool("-exportcert", "-rfc", "-alias", "own", "-file", pem.toString(), "-keystore", store.toString());
        KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, PASSWORD);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(factory.getKeyManagers(), null, null);
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
    }

    private static void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", new String(PASSWORD)));
        assertThat(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor()).isZero();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private HttpAnswer ask(Optional<SSLContext> tls) {
        return new HttpTransport(Duration.ofSeconds(5), 1_000, tls)
                .send(HttpRequest.newBuilder(URI.create("https://localhost:" + server.getAddress().getPort() + "/")));
    }

    @Test
    void areTrustedWhereTheirFileIsNamed() {
        assertThat(ask(Optional.of(TrustedAuthorities.with(pem, "PAINCHAIN_CA_FILE"))).status()).isEqualTo(204);
    }

    @Test
    void areNotTrustedUnnamed() {
        assertThatThrownBy(() -> ask(Optional.empty())).isInstanceOfSatisfying(TransportException.class,
                e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.TLS));
    }

    @Test
    void areNamedByAFileThatHoldsSome(@TempDir Path folder) throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");

        assertThatIllegalArgumentException().isThrownBy(() -> TrustedAuthorities.with(empty, "PAINCHAIN_CA_FILE"))
                .withMessageContaining("PAINCHAIN_CA_FILE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TrustedAuthorities.with(folder.resolve("none.pem"), "PAINCHAIN_CA_FILE"))
                .withMessageContaining("none.pem");
    }

    @Test
    void areMissedNoMoreThanAProxyThatIsNotNamed() {
        assertThat(ProxyHint.words(Map.of("https.proxyHost", "proxy", "https.proxyPort", "3128")::get, name -> null))
                .contains("proxy:3128");
        assertThat(ProxyHint.words(name -> null, Map.of("HTTPS_PROXY", "x")::get)).startsWith("HTTPS_PROXY is set, but");
        assertThat(ProxyHint.words(name -> null, name -> null)).contains("-Dhttps.proxyHost");
    }
}
