package io.painchain.backend.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;

import org.junit.jupiter.api.Test;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;

class AbsentProviderTest {

    @Test
    void isFoundBehindWhatFailedBecauseOfIt() {
        assertThat(AbsentProvider.isCauseOf(new OIDCException("OIDC Server is not available"))).isTrue();
        assertThat(AbsentProvider.isCauseOf(new AuthenticationFailedException(new RuntimeException(new ConnectException()))))
                .isTrue();
    }

    @Test
    void isNoneOfATokensOwnFaults() {
        assertThat(AbsentProvider.isCauseOf(new AuthenticationFailedException())).isFalse();
        assertThat(AbsentProvider.isCauseOf(new OIDCException("invalid_grant"))).isFalse();
        assertThat(AbsentProvider.isCauseOf(new AuthenticationFailedException(new IllegalArgumentException("no token"))))
                .isFalse();
    }
}
