package io.painchain.backend.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientCertificatesTest {

    @Test
    void thatAreRequiredLeaveNoPortInClear() {
        assertThatThrownBy(() -> new ClientCertificates("required", "enabled")).isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("QUARKUS_HTTP_INSECURE_REQUESTS=disabled");
    }

    @ParameterizedTest
    @CsvSource({ "required, disabled", "required, redirect", "request, enabled", "none, enabled" })
    void leaveThePortInClearAloneOtherwise(String demand, String inClear) {
        assertThatCode(() -> new ClientCertificates(demand, inClear)).doesNotThrowAnyException();
    }
}
