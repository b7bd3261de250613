package io.painchain.backend.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import io.painchain.backend.http.CookieRequest;

class BrowserCookieTest {

    private static final String OVER_TLS = "__Host-painchain-session";
    private static final String IN_CLEAR = "painchain-session";

    /** The other one may be of whoever has a neighbouring host. */
    @Test
    void withThePrefixAloneIsBelievedOverTls() {
        assertThat(BrowserCookie.read(CookieRequest.of("https", IN_CLEAR))).isNull();
        assertThat(BrowserCookie.read(CookieRequest.of("https", IN_CLEAR, OVER_TLS))).isEqualTo(OVER_TLS);
    }

    @Test
    void isReadInClearWhicheverThereIs() {
        assertThat(BrowserCookie.read(CookieRequest.of("http", IN_CLEAR))).isEqualTo(IN_CLEAR);
        assertThat(BrowserCookie.read(CookieRequest.of("http", IN_CLEAR, OVER_TLS))).isEqualTo(OVER_TLS);
        assertThat(BrowserCookie.read(CookieRequest.of("http"))).isNull();
    }
}
