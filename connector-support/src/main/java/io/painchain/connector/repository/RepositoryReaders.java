package io.painchain.connector.repository;

import java.util.function.Supplier;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.PageSizes;
import io.painchain.connector.list.WholeReads;

/** Makes a reader per read, and keeps what outlives them: lists to read whole, page sizes. */
final class RepositoryReaders<R extends PageReader> implements Supplier<R> {

    private final CrawlContext with;
    private final RepositoryAccess<R> access;
    private final RepositoryStanding standing;
    private final PageSizes pageSizes;
    private WholeReads wholeReads;

    RepositoryReaders(CrawlContext with, RepositoryAccess<R> access, RepositoryStanding standing) {
        this.with = with;
        this.access = access;
        this.standing = standing;
        this.pageSizes = new PageSizes(with.clock());
    }

    /** The name leads to another repository than before. */
    void begin() {
        wholeReads = new WholeReads(with.cadences().wholeEvery(), with.clock(),
                standing.state().repositoryId());
    }

    @Override
    public R get() {
        return access.reader(standing.state(), wholeReads, pageSizes);
    }
}
