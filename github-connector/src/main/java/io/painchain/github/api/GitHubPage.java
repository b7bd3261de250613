package io.painchain.github.api;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.Unreadable;

/** Reads a page record by record, so that a broken one does not hide the others. */
final class GitHubPage {

    private GitHubPage() {
    }

    static <T> Page<T> of(HttpAnswer answer, URI next, String envelope, Class<T> type, Instant now) {
        List<T> items = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        long total = answer.status() == 200 ? readList(answer, envelope, type, items, unreadable) : -1;
        return new Page<>(answer.status() == 304, items, unreadable, answer.url(), answer.header("etag").orElse(null),
                answer.date().orElse(now), next, total, pollInterval(answer));
    }

    private static Duration pollInterval(HttpAnswer answer) {
        return answer.header("x-poll-interval").filter(value -> value.matches("\\d{1,5}"))
                .map(value -> Duration.ofSeconds(Long.parseLong(value))).orElse(null);
    }

    private static <T> long readList(HttpAnswer answer, String envelope, Class<T> type, List<T> items,
            List<Unreadable> unreadable) {
        JsonNode whole;
        try {
            whole = GitHubJson.tree(answer.body());
        } catch (IOException e) {
            throw GitHubErrors.unreadable(answer.url(), e);
        }
        JsonNode list = envelope == null ? whole : whole.path(envelope);
        if (!list.isArray()) {
            throw GitHubErrors.unreadable(answer.url(), null);
        }
        for (JsonNode record : list) {
            try {
                items.add(GitHubJson.read(record, type));
            } catch (IOException e) {
                unreadable.add(Unreadable.of(record, e));
            }
        }
        return envelope == null ? -1 : whole.path("total_count").asLong(-1);
    }
}
