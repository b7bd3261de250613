package io.painchain.github.connect;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.painchain.github.api.ApiUrl;

/** The API of a GitHub, and where its pages are. */
record Server(ApiUrl api, URI web) {

    static Server of(ApiUrl api) {
        String base = api.base().toString();
        return new Server(api, URI.create(base.endsWith("/api/v3") ? base.substring(0, base.length() - "/api/v3".length())
                : base.replaceFirst("(?i)^https://api\\.", "https://")));
    }

    /** Enterprise servers have the pages of Apps elsewhere. */
    URI installationPage(String slug, String state) {
        return page((isEnterprise() ? "/github-apps/" : "/apps/") + slug + "/installations/new", Map.of("state", state));
    }

    URI page(String path, Map<String, String> query) {
        return URI.create(web + path + (query.isEmpty() ? "" : "?" + form(query)));
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** However it was written. */
    String host() {
        String name = web.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.+$", "");
        boolean isUsual = web.getPort() < 0 || web.getPort() == ("https".equalsIgnoreCase(web.getScheme()) ? 443 : 80);
        return isUsual ? name : name + ":" + web.getPort();
    }

    private boolean isEnterprise() {
        return api.base().getPath().endsWith("/api/v3");
    }
}
