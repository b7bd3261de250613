package io.painchain.github.proxy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.micrometer.core.instrument.MeterRegistry;
import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.cache.AnswerCache;
import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.connector.task.TaskFailedException;
import io.painchain.github.api.GitHubApi;
import io.painchain.github.api.GitHubJson;
import io.painchain.model.task.ProxyAnswer;

/** {@code owner} separates cached answers by credentials. */
record ProxiedRepository(GitHubApi api, AnswerCache cache, String owner, ProxyCall call, MeterRegistry meters) {

    ProxyAnswer read(ProxiedRead reading) {
        String query = call.passedOn(reading.parameters());
        if (!reading.isKept()) {
            return fetch(reading, query);
        }
        String key = prefix() + call.what() + query;
        if (call.usesCache()) {
            Optional<ProxyAnswer> kept = cache.find(key).flatMap(ProxiedRepository::parsed);
            meters.counter(kept.isPresent() ? "cache_hits" : "cache_misses", "resource", call.what()).increment();
            if (kept.isPresent()) {
                return with(kept.get(), "HIT");
            }
        }
        ProxyAnswer fresh = fetch(reading, query);
        cache.keep(key, new String(ContractJson.bytes(fresh), StandardCharsets.UTF_8), reading.time());
        return with(fresh, call.usesCache() ? "MISS" : "BYPASS");
    }

    ProxyAnswer changeSettings() {
        HttpAnswer answer = write("PATCH", "", ChangeBodies.settings(call.body()));
        cache.forget(prefix(), "*");
        return new ProxyAnswer(200, Map.of(), ShownFields.of(tree(answer)));
    }

    ProxyAnswer addLabel() {
        return new ProxyAnswer(201, Map.of(),
                ShownFields.of(tree(write("POST", "/labels", ChangeBodies.label(call.body(), true)))));
    }

    ProxyAnswer changeLabel(String name) {
        HttpAnswer answer = write("PATCH", "/labels/" + ProxyCall.encoded(name), ChangeBodies.label(call.body(), false));
        forgetLabelled();
        return new ProxyAnswer(200, Map.of(), ShownFields.of(tree(answer)));
    }

    ProxyAnswer removeLabel(String name) {
        write("DELETE", "/labels/" + ProxyCall.encoded(name), null);
        forgetLabelled();
        return new ProxyAnswer(204, Map.of(), null);
    }

    ProxyAnswer forget() {
        String pattern = call.body() instanceof Map<?, ?> body && body.get("pattern") instanceof String given ? given : "*";
        if (!pattern.matches("[a-z*=&_?.-]{1,100}")) {
            throw new TaskFailedException(400, "pattern must be of small letters and *, for example pulls*");
        }
        return new ProxyAnswer(200, Map.of(), Map.of("invalidated", cache.forget(prefix(), pattern)));
    }

    private void forgetLabelled() {
        cache.forget(prefix(), "issues*");
        cache.forget(prefix(), "pulls*");
    }

    private ProxyAnswer fetch(ProxiedRead reading, String query) {
        HttpAnswer answer = api.get(url(reading.path() + query), null);
        JsonNode whole = tree(answer);
        JsonNode wanted = reading.envelope() == null ? whole : whole.path(reading.envelope());
        return new ProxyAnswer(200, headers(answer), wanted.isArray() ? items(reading, wanted) : ShownFields.of(wanted));
    }

    private static List<Object> items(ProxiedRead reading, JsonNode list) {
        List<Object> items = new ArrayList<>();
        list.forEach(item -> {
            if (reading.shown().test(item)) {
                items.add(ShownFields.of(item));
            }
        });
        return items;
    }

    private HttpAnswer write(String method, String path, Map<String, Object> body) {
        return api.write(method, url(path), body == null ? null : ContractJson.bytes(body));
    }

    private URI url(String path) {
        return api.url("/repos/" + call.repository() + path);
    }

    private String prefix() {
        return owner + call.repository().toString().toLowerCase(Locale.ROOT) + ":";
    }

    private Map<String, String> headers(HttpAnswer answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        answer.next().map(URI::getRawQuery).map(query -> query.replaceFirst("^.*?(?:^|&)page=(\\d+).*$", "$1"))
                .filter(page -> page.matches("\\d+")).ifPresent(page -> headers.put("Link", link(page)));
        for (String name : List.of("X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset")) {
            answer.header(name.toLowerCase(Locale.ROOT)).ifPresent(value -> headers.put(name, value));
        }
        return headers;
    }

    private String link(String page) {
        StringBuilder link = new StringBuilder("</api/v1/github/" + call.repository() + "/" + call.what() + "?");
        call.query().forEach((name, value) -> {
            if (!name.equals("page")) {
                link.append(name).append('=').append(ProxyCall.encoded(value)).append('&');
            }
        });
        return link.append("page=").append(page).append(">; rel=\"next\"").toString();
    }

    private static ProxyAnswer with(ProxyAnswer answer, String cache) {
        Map<String, String> headers = new LinkedHashMap<>(answer.headers() == null ? Map.of() : answer.headers());
        headers.put("X-Cache", cache);
        return new ProxyAnswer(answer.status(), headers, answer.body());
    }

    private static Optional<ProxyAnswer> parsed(String kept) {
        try {
            return Optional.of(ContractJson.parse(kept, ProxyAnswer.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(HttpAnswer answer) {
        try {
            return GitHubJson.tree(answer.body());
        } catch (IOException e) {
            throw new ProviderException(Kind.UNREADABLE, "Unreadable answer: GitHub's answer is not JSON", null, e);
        }
    }
}
