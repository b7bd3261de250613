package io.painchain.connector.taskhandler;

import java.util.List;

import io.painchain.connector.crawl.CrawlContext;
import io.painchain.connector.limit.Quota;
import io.painchain.connector.repository.RepositoryAccess;

/** A provider's part of a backfill: one integration, asked through a gate of its own. */
public interface PastIntegration {

    /** The configured names; empty where the configuration names none. */
    List<String> repositories();

    /** The poller's quotas, of which a backfill leaves half. */
    List<Quota> quotas();

    RepositoryAccess<?> repository(String name, CrawlContext crawl);
}
