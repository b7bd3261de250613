package io.painchain.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that wait for their requests. */
public final class Faults {

    /** For a fault that stays until it is cleared. */
    public static final int UNTIL_CLEARED = -1;

    private final List<FaultRule> rules = new ArrayList<>();
    private int lastId;

    /** A fault that waits: how many requests it lets pass first and how many it meets then. */
    public record FaultRule(int id, PathPattern pattern, Condition when, int skip, int times, Fault fault) {

        boolean spent() {
            return times == 0;
        }

        FaultRule met() {
            return skip > 0 ? new FaultRule(id, pattern, when, skip - 1, times, fault)
                    : new FaultRule(id, pattern, when, 0, times > 0 ? times - 1 : times, fault);
        }

        boolean withholds(String path, String key) {
            return times == UNTIL_CLEARED && skip == 0 && when.byAddress() && fault.kind().withholds()
                    && pattern.matches(path) && when.includes(key);
        }
    }

    /** Plays the fault to the next so many requests for a path, see {@link PathPattern}. */
    public int on(String pattern, int times, Fault fault) {
        return on(pattern, 0, times, fault);
    }

    /** The same, after letting some pass. */
    public int on(String pattern, int skip, int times, Fault fault) {
        return on(pattern, Condition.ALWAYS, skip, times, fault);
    }

    /** The same for those requests that meet the condition. */
    public synchronized int on(String pattern, Condition when, int skip, int times, Fault fault) {
        FaultRule rule = new FaultRule(++lastId, PathPattern.of(pattern), when, skip, times, fault);
        rules.add(rule);
        return rule.id();
    }

    /** Plays the fault to all requests for a path until it is cleared. */
    public int forGood(String pattern, Fault fault) {
        return forGood(pattern, Condition.ALWAYS, fault);
    }

    public int forGood(String pattern, Condition when, Fault fault) {
        return on(pattern, when, 0, UNTIL_CLEARED, fault);
    }

    /** Whether nobody gets what is at this address, whatever else the request says. */
    public synchronized boolean withholds(String path, String key) {
        return rules.stream().anyMatch(rule -> rule.withholds(path, key));
    }

    public synchronized void clear() {
        rules.clear();
    }

    public synchronized void clear(int id) {
        rules.removeIf(rule -> rule.id() == id);
    }

    public synchronized List<FaultRule> waiting() {
        return List.copyOf(rules);
    }

    /** The fault for this request; asked once for each. */
    public synchronized Optional<Fault> next(Asked asked) {
        for (int i = 0; i < rules.size(); i++) {
            FaultRule rule = rules.get(i);
            if (rule.pattern().matches(asked.path()) && rule.when().meets(asked)) {
                boolean passes = rule.skip() > 0;
                replace(i, rule.met());
                if (!passes) {
                    return Optional.of(rule.fault());
                }
            }
        }
        return Optional.empty();
    }

    private void replace(int index, FaultRule rule) {
        if (rule.spent()) {
            rules.remove(index);
        } else {
            rules.set(index, rule);
        }
    }
}
