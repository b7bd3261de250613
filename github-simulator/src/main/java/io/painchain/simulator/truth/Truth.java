package io.painchain.simulator.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import io.painchain.simulator.world.World;
import io.painchain.simulator.world.repository.Repository;

/**
 * All events that a perfect collector holds, read from the world itself by the contract's table of external ids: what
 * began at a moment or later, with the status that it has now.
 */
public final class Truth {

    private static final Comparator<TrueEvent> OLDEST_FIRST = Comparator.comparing(TrueEvent::at)
            .thenComparing(TrueEvent::externalId);

    private Truth() {
    }

    /** Of all repositories; commits of the branches that match one of these globs. */
    public static List<TrueEvent> of(World world, Instant from, String... branches) {
        List<TrueEvent> events = new ArrayList<>();
        world.repositories().forEach(repository -> events.addAll(of(repository, from, branches)));
        events.sort(OLDEST_FIRST);
        return events;
    }

    public static List<TrueEvent> of(Repository repository, Instant from, String... branches) {
        List<Pattern> globs = Arrays.stream(branches).filter(glob -> !glob.isBlank()).map(Truth::pattern).toList();
        Predicate<String> tracked = branch -> globs.stream().anyMatch(glob -> glob.matcher(branch).matches());
        List<TrueEvent> events = repository.read(() -> {
            Found found = new Found(repository, from);
            Threads.addTo(found);
            Moves.addTo(found, tracked);
            Deliveries.addTo(found);
            return found.events();
        });
        return events.stream().sorted(OLDEST_FIRST).toList();
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(Arrays.stream(glob.trim().split("\\*", -1)).map(Pattern::quote)
                .reduce((one, other) -> one + ".*" + other).orElse(""));
    }
}
