package io.painchain.github.change.workitem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

import io.painchain.connector.list.ListCrawl;
import io.painchain.connector.list.ListRetries;
import io.painchain.connector.list.ListState;
import io.painchain.connector.provider.ProviderException;
import io.painchain.connector.provider.ProviderException.Kind;
import io.painchain.github.repository.RepositoryReader;

/** Names a list that cannot be read, and reads the others all the same. */
final class WorkItemLists {

    private final RepositoryReader reader;
    private final ListRetries retries;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> failed = new HashSet<>();
    private ProviderException failure;
    private boolean anyRead;

    WorkItemLists(RepositoryReader reader, ListRetries retries) {
        this.reader = reader;
        this.retries = retries;
    }

    /** @throws ProviderException where every other request would fail the same way */
    <T> ListCrawl.Result<T> read(String name, ListState known, Supplier<ListCrawl.Result<T>> crawl) {
        Instant now = reader.clock().instant();
        Optional<String> waiting = retries.waiting(name, now);
        if (waiting.isPresent()) {
            failed.add(name);
            problems.add(waiting.get());
            return ListCrawl.Result.withheld(known);
        }
        try {
            ListCrawl.Result<T> result = crawl.get();
            retries.read(name);
            anyRead = true;
            return result;
        } catch (ProviderException e) {
            if (e.concernsAll() || e.unreachable() && !e.timedOut()) {
                throw e;
            }
            note(name, now, e);
            return ListCrawl.Result.withheld(known);
        }
    }

    private void note(String name, Instant now, ProviderException e) {
        String sentence = name + " cannot be read: " + e.getMessage();
        if (!e.is(Kind.GONE)) {
            problems.add(sentence);
        }
        if (e.withheld()) {
            retries.read(name);
            anyRead = true;
        } else {
            retries.failed(name, now, sentence);
            failed.add(name);
            failure = e;
        }
    }

    void refuseIfNoneCouldBeRead() {
        if (failure != null && !anyRead) {
            throw failure;
        }
    }

    boolean failed(String name) {
        return failed.contains(name);
    }

    List<String> problems() {
        return problems;
    }
}
