package io.painchain.connector.repository;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.painchain.connector.checkpoint.RepositoryState;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Crawl;
import io.painchain.connector.kind.LedgerSource;
import io.painchain.connector.list.Gap;
import io.painchain.connector.repository.PastReading.Window;

/** What was read of a kind's past so far, the newest stretch first. */
final class Stretches<S> {

    private final ChangeKind<S> kind;
    private final Window window;
    private final List<String> problems = new ArrayList<>();
    private Crawl<S> last;
    private Instant reached;
    private boolean moved;
    private int events;

    Stretches(ChangeKind<S> kind, Window window) {
        this.kind = kind;
        this.window = window;
    }

    void take(Crawl<S> crawl, int found) {
        last = crawl;
        events += found;
        problems.addAll(crawl.problems());
        Instant now = kind.ledger().stream().map(this::reached).max(Instant::compareTo).orElse(window.from());
        moved = reached == null || now.isBefore(reached);
        reached = now;
    }

    /** Where the next stretch begins; empty where the window is read, or the last stretch brought it no further. */
    Optional<Instant> onFrom() {
        return moved && reached.isAfter(window.from()) ? Optional.of(reached) : Optional.empty();
    }

    int events() {
        return events;
    }

    List<String> problems() {
        return problems.stream().distinct().toList();
    }

    /**
     * Since when each source is covered: only where the window reaches the coverage, and all of the source was wanted and
     * readable.
     */
    Map<String, Instant> back(RepositoryState known) {
        Map<String, Instant> back = new HashMap<>();
        for (LedgerSource source : kind.ledger()) {
            boolean all = window.types().isEmpty() || window.types().containsAll(source.types());
            boolean joins = known.covers(source.key(), window.to());
            if (all && joins && kind.reachesBack() && problems.isEmpty() && !last.withheld().contains(source.key())) {
                back.put(source.key(), reached(source));
            }
        }
        return back;
    }

    private Instant reached(LedgerSource source) {
        return last.gaps().stream().filter(gap -> source.words().contains(gap.source())).map(Gap::to)
                .filter(window.from()::isBefore).max(Instant::compareTo).orElse(window.from());
    }
}
