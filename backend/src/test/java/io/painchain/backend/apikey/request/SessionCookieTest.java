package io.painchain.backend.apikey.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.painchain.backend.http.CookieRequest;

class SessionCookieTest {

    private static final String OVER_TLS = "__Host-painchain";
    private static final String IN_CLEAR = "painchain";

    /** The other one may be of whoever has a neighbouring host. */
    @Test
    void withThePrefixAloneIsBelievedOverTls() {
        assertThat(SessionCookie.read(CookieRequest.of("https", IN_CLEAR))).isNull();
        assertThat(SessionCookie.read(CookieRequest.of("https", IN_CLEAR, OVER_TLS))).isEqualTo(OVER_TLS);
    }

    @Test
    void isReadInClearWhicheverThereIs() {
        assertThat(SessionCookie.read(CookieRequest.of("http", IN_CLEAR))).isEqualTo(IN_CLEAR);
        assertThat(SessionCookie.read(CookieRequest.of("http", IN_CLEAR, OVER_TLS))).isEqualTo(OVER_TLS);
        assertThat(SessionCookie.read(CookieRequest.of("http"))).isNull();
    }
}
