package io.painchain.connector.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.painchain.outbound.Outbound;

class RefusedAddressesTest {

    @ParameterizedTest
    @ValueSource(strings = { "https://localhost:1/api", "https://10.0.0.1/api", "https://[::ffff:10.0.0.1]/api",
            "http://140.82.121.3/api" })
    void sendsNothingToPrivateAddressesWhereTheyAreDenied(String url) {
        refuses(Outbound.of("deny"), url);
    }

    @ParameterizedTest
    @ValueSource(strings = { "http://169.254.169.254/latest/meta-data", "https://metadata.google.internal/" })
    void sendsNothingToTheMetadataOfAMachine(String url) {
        refuses(Outbound.of("allow"), url);
    }

    private static void refuses(Outbound outbound, String url) {
        var transport = new HttpTransport(Duration.ofSeconds(2), 1_000, Optional.empty(), outbound);

        assertThatThrownBy(() -> transport.send(HttpRequest.newBuilder(URI.create(url))))
                .isInstanceOfSatisfying(TransportException.class,
                        e -> assertThat(e.reason()).isEqualTo(TransportException.Reason.REFUSED))
                .hasMessageContaining("must not be used");
    }
}
