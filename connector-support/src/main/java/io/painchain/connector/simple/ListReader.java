package io.painchain.connector.simple;

import java.net.URI;
import java.time.Instant;

import io.painchain.connector.detail.Details;
import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.list.Page;
import io.painchain.connector.list.PageReader;
import io.painchain.connector.list.WholeReads;

/** One repository's pages. */
final class ListReader implements PageReader {

    private final JsonApi api;
    private final WholeReads wholeReads;
    private final Runnable goOn;
    private final Details details = new Details(OpenDetails.NONE);
    private Instant answeredAt;

    ListReader(JsonApi api, WholeReads wholeReads, Runnable goOn) {
        this.api = api;
        this.wholeReads = wholeReads;
        this.goOn = goOn;
    }

    @Override
    public URI url(String path) {
        return api.url(path);
    }

    @Override
    public <T> Page<T> page(URI url, String etag, String envelope, Class<T> type) {
        goOn.run();
        Page<T> page = api.page(url, etag, envelope, type);
        answeredAt = page.answeredAt();
        return page;
    }

    @Override
    public boolean readsWhole(String list, Instant lastTime) {
        return wholeReads.isDue(list, lastTime);
    }

    @Override
    public Details details() {
        return details;
    }

    @Override
    public boolean moved() {
        return false;
    }

    @Override
    public Instant answeredAt() {
        return answeredAt;
    }
}
