package io.painchain.connector.crawl;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.painchain.connector.kind.ChangeKind;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.kind.Sight;

final class ProbeDiff {

    /** Clocks and replicas of a provider differ a little. */
    private static final Duration MARGIN = Duration.ofMinutes(2);
    /** So long after a moment a list holds all of its second. */
    private static final Duration SETTLED = Duration.ofSeconds(5);
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private ProbeDiff() {
    }

    /** @param tells whether reading a kind shows if its followers moved */
    static Set<String> moved(Kinds kinds, Sight before, Sight now, Predicate<String> tells) {
        return moved(kinds, (kind, mark) -> !same(mark, before, now), tells);
    }

    /**
     * @param readAt when the last read of a kind began, by the provider's clock; {@code null}: never
     * @param shown up to when its list of that mark showed everything then, or {@code null}
     */
    static Set<String> movedSince(Kinds kinds, Function<String, Instant> readAt, BiFunction<String, String, Instant> shown,
            Sight now) {
        return moved(kinds, (kind, mark) -> since(readAt.apply(kind), shown.apply(kind, mark), now.marks().get(mark)),
                kind -> false);
    }

    private static Set<String> moved(Kinds kinds, BiPredicate<String, String> didMove, Predicate<String> tells) {
        Set<String> moved = new HashSet<>();
        for (ChangeKind<?> kind : kinds.all()) {
            if (kind.marks().stream().anyMatch(mark -> didMove.test(kind.name(), mark))) {
                moved.add(kind.name());
                moved.addAll(kind.movesAlso());
                kinds.all().stream().filter(other -> other.follows().filter(kind.name()::equals).isPresent())
                        .filter(other -> !tells.test(kind.name())).forEach(other -> moved.add(other.name()));
            }
        }
        return moved;
    }

    static Set<String> same(Kinds kinds, Sight before, Sight now) {
        return kinds.all().stream().flatMap(kind -> kind.marks().stream()).filter(mark -> same(mark, before, now))
                .collect(Collectors.toSet());
    }

    private static boolean same(String mark, Sight before, Sight now) {
        return Objects.equals(before.marks().get(mark), now.marks().get(mark));
    }

    private static boolean since(Instant readAt, Instant shown, String mark) {
        return mark != null && (readAt == null || MOMENT.matcher(mark).results().map(found -> Instant.parse(found.group()))
                .anyMatch(at -> !at.isBefore(readAt.minus(MARGIN)) && !isShown(at, readAt, shown)));
    }

    private static boolean isShown(Instant moment, Instant readAt, Instant shown) {
        return shown != null && !moment.isAfter(shown) && moment.isBefore(readAt.minus(SETTLED));
    }
}
