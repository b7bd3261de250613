package io.painchain.connector.rig;

import java.util.ArrayList;
import java.util.List;

/**
 * Which route fails in which way. Ways come in sorts, such as refusals and broken answers: each route fails in one way of each
 * sort, and the ways of a sort take turns from route to route, so that each way is met by several routes. The choice is the
 * same on every day.
 */
public final class FaultPairs {

    public record Pair(String route, String way) {
    }

    private FaultPairs() {
    }

    /** @param askedFor blank for the choice, {@code all} for every pair, else ways by comma, each with every route */
    public static List<Pair> of(List<String> routes, List<List<String>> sorts, String askedFor) {
        List<String> asked = List.of(askedFor.split(","));
        List<Pair> pairs = new ArrayList<>();
        for (int route = 0; route < routes.size(); route++) {
            for (List<String> ways : sorts) {
                String inTurn = ways.get(route % ways.size());
                for (String way : ways) {
                    boolean wanted = askedFor.isBlank() ? way.equals(inTurn) : asked.contains("all") || asked.contains(way);
                    if (wanted) {
                        pairs.add(new Pair(routes.get(route), way));
                    }
                }
            }
        }
        return pairs;
    }
}
