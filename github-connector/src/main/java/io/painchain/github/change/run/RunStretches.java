package io.painchain.github.change.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.list.PageTurns;
import io.painchain.connector.sweep.SweptList;
import io.painchain.connector.sweep.SweptPages;
import io.painchain.github.api.record.run.WorkflowRun;
import io.painchain.github.repository.RepositoryReader;

/** Halves a time span that holds more runs than a filtered list shows. */
final class RunStretches {

    private static final int SHOWN = 1_000;
    private static final int PAGES = 100;
    private static final String ENVELOPE = "workflow_runs";

    private final RepositoryReader reader;
    private final Map<Long, WorkflowRun> runs = new LinkedHashMap<>();
    private final List<PageTag> tags = new ArrayList<>();
    private boolean cut;

    RunStretches(RepositoryReader reader) {
        this.reader = reader;
    }

    /** @return empty where nothing changed since the last read */
    Optional<SweptPages<WorkflowRun>> read(SweptList list, List<PageTag> known) {
        URI first = reader.url(list.path());
        boolean same = !known.isEmpty() && known.get(0).url().equals(first.toString()) && known.stream()
                .allMatch(page -> page.etag() != null && page(URI.create(page.url()), page.etag()).notModified());
        if (same) {
            return Optional.empty();
        }
        Page<WorkflowRun> page = page(first, null);
        Instant begin = list.from().truncatedTo(ChronoUnit.DAYS);
        if (isCut(page)) {
            tags.add(new PageTag(first.toString(), page.etag()));
            halve(begin, list.to());
        } else {
            take(page);
        }
        return Optional.of(new SweptPages<>(List.copyOf(runs.values()), tags, cut));
    }

    private void halve(Instant from, Instant to) {
        Instant middle = from.plus(Duration.between(from, to).dividedBy(2)).truncatedTo(ChronoUnit.SECONDS);
        stretch(from, middle);
        stretch(middle, to);
    }

    private void stretch(Instant from, Instant to) {
        Page<WorkflowRun> page = page(
                reader.url("/actions/runs?per_page=100&created=" + from + ".." + to.minusSeconds(1)), null);
        if (isCut(page) && Duration.between(from, to).toSeconds() > 1) {
            halve(from, to);
        } else {
            take(page);
        }
    }

    private static boolean isCut(Page<WorkflowRun> page) {
        return page.totalCount() > SHOWN;
    }

    private void take(Page<WorkflowRun> first) {
        PageTurns<WorkflowRun> turns = new PageTurns<>(first, PAGES, url -> page(url, null));
        for (Page<WorkflowRun> page = first;; page = turns.turn()) {
            page.items().forEach(run -> runs.put(run.id(), run));
            tags.add(new PageTag(page.url().toString(), page.etag()));
            if (!turns.more()) {
                break;
            }
        }
        cut |= turns.cut() || isCut(first);
    }

    private Page<WorkflowRun> page(URI url, String etag) {
        return reader.page(url, etag, ENVELOPE, WorkflowRun.class);
    }
}
