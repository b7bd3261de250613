package io.painchain.connector.simple;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.http.HttpTransport;
import io.painchain.connector.http.TransportException;
import io.painchain.connector.limit.RateLimitBudget;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.Unreadable;
import io.painchain.connector.time.TimeReader;

/** A provider's API for one account. Requests pass its budget; neither a link nor a redirect takes the token elsewhere. */
public final class JsonApi {

    private static final ObjectMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new SimpleModule().addDeserializer(Instant.class, new TimeReader()))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final SimpleConnector<?> connector;
    private final Account account;
    private final HttpTransport transport;
    private final RateLimitBudget budget;
    private final Refusals refusals;
    private final Clock clock;

    JsonApi(SimpleConnector<?> connector, Account account, HttpTransport transport, RateLimitBudget budget, Refusals refusals,
            Clock clock) {
        this.connector = connector;
        this.account = account;
        this.transport = transport;
        this.budget = budget;
        this.refusals = refusals;
        this.clock = clock;
    }

    /** @throws io.painchain.connector.provider.ProviderException with a sentence for the user where there is no such answer */
    public JsonNode get(String path) {
        HttpAnswer answer = ask(url(path), null);
        return tree(answer);
    }

    URI url(String path) {
        URI url = path.startsWith("/") ? URI.create(account.server() + path) : URI.create(path);
        if (!sameServer(url)) {
            throw refusals.elsewhere(account.server());
        }
        return url;
    }

    <T> Page<T> page(URI url, String etag, String envelope, Class<T> type) {
        HttpAnswer answer = ask(url, etag);
        List<T> items = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        URI next = null;
        if (answer.status() == 200) {
            JsonNode page = tree(answer);
            read(envelope == null ? page : page.path(envelope), type, items, unreadable, answer.url());
            next = next(answer, page);
        }
        return new Page<>(answer.status() == 304, items, unreadable, url, answer.header("etag").orElse(null),
                answer.date().orElseGet(clock::instant), next, -1, null);
    }

    private URI next(HttpAnswer answer, JsonNode page) {
        String named = connector.next(page);
        URI next;
        try {
            next = named == null ? answer.next().orElse(null) : url(named);
        } catch (IllegalArgumentException e) {
            throw refusals.unreadable(answer.url(), e);
        }
        if (next != null && !sameServer(next)) {
            throw refusals.elsewhere(account.server());
        }
        return next;
    }

    private boolean sameServer(URI url) {
        return account.server().getScheme().equalsIgnoreCase(url.getScheme())
                && account.server().getAuthority().equalsIgnoreCase(url.getAuthority());
    }

    /** Record by record, so that a broken one does not hide the others. */
    private <T> void read(JsonNode list, Class<T> type, List<T> items, List<Unreadable> unreadable, URI url) {
        if (!list.isArray()) {
            throw refusals.unreadable(url, null);
        }
        for (JsonNode record : list) {
            try {
                items.add(JSON.treeToValue(record, type));
            } catch (JsonProcessingException e) {
                unreadable.add(Unreadable.of(record, e));
            }
        }
    }

    private JsonNode tree(HttpAnswer answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw refusals.unreadable(answer.url(), e);
        }
    }

    @SuppressWarnings("try") // the turn is held, not used
    private HttpAnswer ask(URI url, String etag) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).header("Accept", "application/json")
                .header("User-Agent", "PainChain").header("Authorization", "Bearer " + account.token());
        if (etag != null) {
            request.header("If-None-Match", etag);
        }
        HttpAnswer answer;
        try (RateLimitBudget.Turn turn = budget.take(PlainLimits.RESOURCE, url)) {
            answer = transport.send(request);
        } catch (TransportException e) {
            throw refusals.of(e, url);
        }
        budget.learn(answer);
        if (answer.status() == 200 || answer.status() == 304 && etag != null) {
            return answer;
        }
        throw budget.held(url).or(budget::blocked).orElseGet(() -> refusals.of(answer));
    }
}
