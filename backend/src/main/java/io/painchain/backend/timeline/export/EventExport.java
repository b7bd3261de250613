package io.painchain.backend.timeline.export;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.painchain.backend.event.store.EventView;
import io.painchain.backend.timeline.TimelineCursor;

/** Read page by page as the client takes it: a slow reader holds neither memory nor a database connection. */
final class EventExport {

    static final int PAGE = 250;

    private final ExportFormat format;
    private final Function<Optional<TimelineCursor>, List<EventView>> pages;
    private final Function<Object, String> json;
    private Optional<TimelineCursor> after = Optional.empty();
    private boolean begun;
    private boolean ended;

    /** @param pages {@link #PAGE} events each, fewer only at the end */
    EventExport(ExportFormat format, Function<Optional<TimelineCursor>, List<EventView>> pages, Function<Object, String> json) {
        this.format = format;
        this.pages = pages;
        this.json = json;
    }

    /** @return empty at the end */
    byte[] next() {
        if (ended) {
            return new byte[0];
        }
        var events = pages.apply(after);
        var piece = new StringBuilder();
        if (!begun) {
            piece.append(format.beginning);
        }
        for (int i = 0; i < events.size(); i++) {
            piece.append(i > 0 || after.isPresent() ? format.separator : "").append(format.line(events.get(i), json));
        }
        begun = true;
        ended = events.size() < PAGE;
        if (ended) {
            piece.append(format.end);
        } else {
            after = Optional.of(TimelineCursor.at(events.get(PAGE - 1)));
        }
        return piece.toString().getBytes(StandardCharsets.UTF_8);
    }
}
