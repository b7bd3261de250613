package io.painchain.connector.repository;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.jboss.logging.Logger;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.Timetable;
import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;

/** What follows from a kind that could not be read. */
final class ReadFailures {

    private static final Logger LOG = Logger.getLogger(ReadFailures.class);
    private static final int TIMEOUTS = 2;

    private final CrawlContext with;
    private final String name;
    private final RepositoryNaming<?> naming;
    private final ReadProblems problems;
    private final Supplier<Timetable> timetable;
    private int timeouts;

    ReadFailures(CrawlContext with, String name, RepositoryNaming<?> naming, ReadProblems problems,
            Supplier<Timetable> timetable) {
        this.with = with;
        this.name = name;
        this.naming = naming;
        this.problems = problems;
        this.timetable = timetable;
    }

    /** Of a round over all kinds. */
    void begin() {
        timeouts = 0;
    }

    /** @return whether other kinds are worth trying */
    boolean allowMore(ChangeKind<?> kind, ProviderException e) {
        if (e.concernsAll()) {
            throw e;
        }
        Instant now = with.clock().instant();
        if (e.is(Kind.GONE)) {
            problems.set(kind, List.of());
            timetable.get().failed(kind.name(), now, true);
            return true;
        }
        if (e.is(Kind.NOT_FOUND) && !naming.stillThere()) {
            naming.doubt();
            problems.set(kind, List.of(naming.notFound()));
            return false;
        }
        timetable.get().failed(kind.name(), now, e.withheld());
        problems.setUnreadable(kind, e.getMessage());
        LOG.debugf(e, "Integration %s: %s of %s", with.integrationId(), kind.words(), name);
        // Without a connection the other kinds would wait, too; a single slow list does not mean that.
        return !e.unreachable() || e.timedOut() && ++timeouts < TIMEOUTS;
    }
}
