package io.painchain.gitlab.api;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import io.painchain.connector.http.HttpAnswer;
import io.painchain.connector.list.NumberedPages;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.Unreadable;

/** Reads a page record by record, so that a broken one does not hide the others. */
final class GitLabPage {

    private GitLabPage() {
    }

    static <T> Page<T> of(HttpAnswer answer, Optional<URI> next, Class<T> type, Instant now) {
        List<T> items = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        if (answer.status() == 200) {
            readList(answer, type, items, unreadable);
        }
        return new Page<>(answer.status() == 304, items, unreadable, answer.url(), answer.header("etag").orElse(null),
                answer.date().orElse(now), next(answer, next, items.size() + unreadable.size()), total(answer), null);
    }

    /** Only the link's query: its host and path are those that the server knows itself by. A proxy may drop all links. */
    private static URI next(HttpAnswer answer, Optional<URI> next, int records) {
        if (answer.header("link").isEmpty()) {
            return unlinked(answer, answer.header("x-next-page").orElse(null), records);
        }
        return next.map(URI::getRawQuery)
                .map(query -> URI.create(answer.url().toString().replaceFirst("\\?.*$", "") + "?" + query)).orElse(null);
    }

    /** @param number of the next page; blank on the last one, {@code null} where the server does not say */
    private static URI unlinked(HttpAnswer answer, String number, int records) {
        if (number == null) {
            return NumberedPages.after(answer.url(), records);
        }
        return number.strip().matches("\\d{1,6}") ? NumberedPages.page(answer.url(), Integer.parseInt(number.strip())) : null;
    }

    /** Missing above 10,000 items. */
    private static long total(HttpAnswer answer) {
        return answer.header("x-total").filter(text -> text.matches("\\d{1,15}")).map(Long::valueOf).orElse(-1L);
    }

    private static <T> void readList(HttpAnswer answer, Class<T> type, List<T> items, List<Unreadable> unreadable) {
        JsonNode list;
        try {
            list = GitLabJson.tree(answer.body());
        } catch (IOException e) {
            throw GitLabErrors.unreadable(answer.url(), e);
        }
        if (!list.isArray()) {
            throw GitLabErrors.unreadable(answer.url(), null);
        }
        for (JsonNode record : list) {
            try {
                items.add(GitLabJson.read(record, type));
            } catch (IOException e) {
                unreadable.add(Unreadable.of(record, e));
            }
        }
    }
}
