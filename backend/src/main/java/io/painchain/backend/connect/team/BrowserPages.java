package io.painchain.backend.connect.team;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

import io.painchain.model.connect.ConnectStep;

/** The one page that sends something elsewhere: its form, to its provider's origin alone. */
final class BrowserPages {

    private static final String SEND = "document.forms[0].submit()";
    private static final String POLICY = "default-src 'none'; script-src 'sha256-" + sha256(SEND)
            + "'; base-uri 'none'; frame-ancestors 'none'; form-action ";
    /** Without script the button is pressed. */
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>On to the provider – PainChain</title>
            <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>
            <body><main><h1>On to the provider</h1>
            <form method="post" action="%s">%s<p><button>Continue</button></p></form></main>
            <script>%s</script></body></html>
            """;

    private BrowserPages() {
    }

    static RestResponse<String> form(ConnectStep step) {
        var fields = step.fields() == null ? Map.<String, String> of() : step.fields();
        var inputs = fields.entrySet().stream().map(field -> "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                .formatted(escaped(field.getKey()), escaped(field.getValue()))).collect(Collectors.joining());
        return ResponseBuilder.ok(PAGE.formatted(escaped(step.url()), inputs, SEND), MediaType.TEXT_HTML_TYPE)
                .header("Content-Security-Policy", POLICY + origin(step.url())).header("Referrer-Policy", "origin")
                .header(HttpHeaders.CACHE_CONTROL, "no-store").build();
    }

    static String origin(String url) {
        var uri = URI.create(url);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'",
                "&#39;");
    }

    private static String sha256(String text) {
        try {
            return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
