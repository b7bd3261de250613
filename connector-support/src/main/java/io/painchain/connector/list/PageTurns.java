package io.painchain.connector.list;

import java.net.URI;
import java.util.List;
import java.util.function.Function;

/**
 * Turns a list's pages up to a bound, or until one repeats the one before. The only place that does, so that no list is cut
 * without saying so ({@link #cut}).
 */
public final class PageTurns<T> {

    private final int most;
    private final Function<URI, Page<T>> read;
    private URI next;
    private int turned;
    private boolean enough;
    private boolean repeats;
    private List<T> before = List.of();

    public PageTurns(URI first, int most, Function<URI, Page<T>> read) {
        this.next = first;
        this.most = most;
        this.read = read;
    }

    /** @param first counts as turned already */
    public PageTurns(Page<T> first, int most, Function<URI, Page<T>> read) {
        this(first.next(), most, read);
        this.turned = 1;
        this.before = first.items();
    }

    public boolean more() {
        return next != null && !enough && !repeats && turned < most;
    }

    /** To be called where there is {@link #more}. */
    public Page<T> turn() {
        Page<T> page = read.apply(next);
        turned++;
        if (!before.isEmpty() && before.equals(page.items())) {
            repeats = true;
            return page.repeated();
        }
        before = page.items();
        next = page.next();
        return page;
    }

    /** What follows need not be read. */
    public void enough() {
        enough = true;
    }

    /** Whether pages were left unread: beyond the bound, or because the server shows the same one for every number. */
    public boolean cut() {
        return next != null && !enough && (repeats || turned >= most);
    }
}
