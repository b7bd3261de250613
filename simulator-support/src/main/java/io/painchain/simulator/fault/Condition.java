package io.painchain.simulator.fault;

import java.util.SplittableRandom;

/**
 * Which of the requests for a path a fault meets: those that ask for more than so many a page, those whose body holds a
 * text often enough (a GraphQL query's size), a share of all addresses by a seed. The same address is always within that
 * share or never.
 */
public record Condition(int perPageAbove, String bodyText, int bodyTimes, double share, long seed) {

    public static final Condition ALWAYS = new Condition(0, null, 0, 1, 0);

    private static final int USUAL_PAGE = 30;

    public Condition perPageAbove(int size) {
        return new Condition(size, bodyText, bodyTimes, share, seed);
    }

    public Condition bodyHas(String text, int atLeast) {
        return new Condition(perPageAbove, text, atLeast, share, seed);
    }

    public Condition share(double part, long number) {
        return new Condition(perPageAbove, bodyText, bodyTimes, part, number);
    }

    boolean meets(Asked asked) {
        return includes(asked.key()) && (perPageAbove == 0 || perPage(asked) > perPageAbove)
                && (bodyText == null || times(asked.request().text()) >= bodyTimes);
    }

    /** Whether the address belongs to the share. */
    boolean includes(String key) {
        return share >= 1 || new SplittableRandom(1_000_003 * seed + key.hashCode()).nextDouble() < share;
    }

    /** Whether nothing but the address decides. */
    boolean byAddress() {
        return perPageAbove == 0 && bodyText == null;
    }

    private static int perPage(Asked asked) {
        String size = asked.request().query().get("per_page", "");
        return size.matches("\\d{1,6}") ? Integer.parseInt(size) : USUAL_PAGE;
    }

    private int times(String body) {
        int found = 0;
        for (int at = body.indexOf(bodyText); at >= 0; at = body.indexOf(bodyText, at + 1)) {
            found++;
        }
        return found;
    }
}
