package io.painchain.connector.list;

import java.net.URI;
import java.util.function.Function;

/** Turns a list's pages up to a bound. The only place that does, so that no list is cut without saying so ({@link #cut}). */
public final class PageTurns<T> {

    private final int most;
    private final Function<URI, Page<T>> read;
    private URI next;
    private int turned;
    private boolean enough;

    public PageTurns(URI first, int most, Function<URI, Page<T>> read) {
        this.next = first;
        this.most = most;
        this.read = read;
    }

    /** @param first counts as turned already */
    public PageTurns(Page<T> first, int most, Function<URI, Page<T>> read) {
        this(first.next(), most, read);
        this.turned = 1;
    }

    public boolean more() {
        return next != null && !enough && turned < most;
    }

    /** To be called where there is {@link #more}. */
    public Page<T> turn() {
        Page<T> page = read.apply(next);
        turned++;
        next = page.next();
        return page;
    }

    /** What follows need not be read. */
    public void enough() {
        enough = true;
    }

    /** Whether the bound left pages unread. */
    public boolean cut() {
        return next != null && !enough && turned >= most;
    }
}
