package io.painchain.github.repository;

import java.util.List;
import java.util.function.Supplier;

import io.painchain.connector.crawl.RepositoryStanding;
import io.painchain.connector.list.PageSizes;
import io.painchain.connector.list.WholeReads;

/** Makes a reader per read, and keeps what outlives them: lists to read whole, page sizes. */
final class RepositoryReaders implements Supplier<RepositoryReader> {

    private final RepositoryContext with;
    private final List<String> tags;
    private final RepositoryStanding standing;
    private final PageSizes pageSizes;
    private WholeReads wholeReads;

    RepositoryReaders(RepositoryContext with, List<String> tags, RepositoryStanding standing) {
        this.with = with;
        this.tags = tags;
        this.standing = standing;
        this.pageSizes = new PageSizes(with.crawl().clock());
    }

    /** The name leads to another repository than before. */
    void begin() {
        wholeReads = new WholeReads(with.crawl().cadences().wholeEvery(), with.crawl().clock(),
                standing.state().repositoryId());
    }

    @Override
    public RepositoryReader get() {
        return new RepositoryReader(with, RepositoryReader.scope(standing.state(), with.crawl().integrationId(), tags),
                wholeReads, pageSizes, standing.state().details());
    }
}
