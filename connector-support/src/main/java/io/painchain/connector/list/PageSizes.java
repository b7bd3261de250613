package io.painchain.connector.list;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.painchain.connector.provider.ProviderException;

/** A server that fails at a large page may manage a smaller one; what worked and what did not is kept a while. */
public final class PageSizes {

    private static final List<Integer> SMALLER = List.of(30, 10);
    private static final Pattern SIZE = Pattern.compile("(?<=[?&]per_page=)\\d{1,4}");
    private static final Pattern PAGE = Pattern.compile("(?<=[?&]page=)\\d{1,6}");
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final Duration USELESS = Duration.ofMinutes(10);
    private static final int KEPT = 200;

    /** @param size 0: none works */
    private record Learnt(int size, Instant until) {
    }

    private final Clock clock;
    private final Map<String, Learnt> learnt = new HashMap<>();

    public PageSizes(Clock clock) {
        this.clock = clock;
    }

    /** @param ask takes address and ETag; after a failure smaller pages start at the same item or one before it */
    public <T> Page<T> read(URI url, String etag, BiFunction<URI, String, Page<T>> ask) {
        int size = number(SIZE, url, 0);
        Learnt known = learnt.get(url.getPath());
        boolean current = known != null && clock.instant().isBefore(known.until());
        if (current && known.size() > 0 && known.size() < size) {
            return untagged(ask.apply(smaller(url, size, known.size()), null));
        }
        try {
            return ask.apply(url, etag);
        } catch (ProviderException e) {
            if (size <= SMALLER.get(0) || current || !maySuitLess(e)) {
                throw e;
            }
            return less(url, size, ask, e);
        }
    }

    /** Each failure may last a whole deadline, so after a timeout only one more is risked. */
    private <T> Page<T> less(URI url, int size, BiFunction<URI, String, Page<T>> ask, ProviderException failure) {
        for (int smaller : failure.timedOut() ? SMALLER.subList(0, 1) : SMALLER) {
            try {
                Page<T> page = ask.apply(smaller(url, size, smaller), null);
                learn(url, smaller, REMEMBERED);
                return untagged(page);
            } catch (ProviderException e) {
                if (!maySuitLess(e)) {
                    throw e;
                }
            }
        }
        learn(url, 0, USELESS);
        throw failure;
    }

    private void learn(URI url, int size, Duration remembered) {
        if (learnt.size() >= KEPT) {
            learnt.clear();
        }
        learnt.put(url.getPath(), new Learnt(size, clock.instant().plus(remembered)));
    }

    private static boolean maySuitLess(ProviderException e) {
        return e.is(ProviderException.Kind.UNAVAILABLE) && (!e.unreachable() || e.timedOut()) || e.tooLarge();
    }

    private static URI smaller(URI url, int size, int smaller) {
        String sized = SIZE.matcher(url.toString()).replaceFirst(String.valueOf(smaller));
        int first = (number(PAGE, url, 1) - 1) * size;
        return URI.create(PAGE.matcher(sized).replaceFirst(String.valueOf(first / smaller + 1)));
    }

    private static int number(Pattern pattern, URI url, int otherwise) {
        Matcher matcher = pattern.matcher(url.toString());
        return matcher.find() ? Integer.parseInt(matcher.group()) : otherwise;
    }

    /** Its ETag would pass for the usual page's. */
    private static <T> Page<T> untagged(Page<T> page) {
        return new Page<>(page.notModified(), page.items(), page.unreadable(), page.url(), null, page.answeredAt(), page.next(),
                page.totalCount(), page.pollInterval());
    }
}
