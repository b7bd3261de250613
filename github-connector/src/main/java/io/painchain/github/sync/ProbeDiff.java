package io.painchain.github.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.painchain.github.api.graphql.ProbeQuery.Sight;

/** What follows from two looks at a repository. */
final class ProbeDiff {

    /** Nothing of these changes without a look showing it; of tags a deletion does, and of runs most. */
    static final Set<Part> VOUCHED_FOR = EnumSet.of(Part.ITEMS, Part.PUSHES, Part.COMMITS, Part.RELEASES, Part.DEPLOYMENTS);

    /** All but runs, which no look shows. */
    static final Set<Part> SEEN = EnumSet.complementOf(EnumSet.of(Part.RUNS));

    /** Clocks and replicas of GitHub differ a little. */
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");

    private ProbeDiff() {
    }

    /**
     * What moved between two looks.
     *
     * @param pushesTell whether pushes tell which branches moved, so that branches need not be looked through for it
     */
    static Set<Part> moved(Sight before, Sight now, boolean pushesTell) {
        boolean pushed = !Objects.equals(before.pushes(), now.pushes());
        return parts(pushed, pushed && !pushesTell,
                !Objects.equals(before.pulls(), now.pulls()) || !Objects.equals(before.issues(), now.issues()),
                !Objects.equals(before.releases(), now.releases()), !Objects.equals(before.deployments(), now.deployments()));
    }

    /**
     * What moved before the first look and since it was read.
     *
     * @param readAt when the last read of a part began, by GitHub's clock, {@code null}: never
     */
    static Set<Part> movedSince(Function<Part, Instant> readAt, Sight now) {
        boolean pushed = since(readAt.apply(Part.PUSHES), now.pushes());
        return parts(pushed, pushed,
                since(readAt.apply(Part.ITEMS), now.pulls()) || since(readAt.apply(Part.ITEMS), now.issues()),
                since(readAt.apply(Part.RELEASES), now.releases()), since(readAt.apply(Part.DEPLOYMENTS), now.deployments()));
    }

    private static boolean since(Instant readAt, String sight) {
        return sight != null && (readAt == null || MOMENT.matcher(sight).results()
                .anyMatch(found -> !Instant.parse(found.group()).isBefore(readAt.minus(MARGIN))));
    }

    private static Set<Part> parts(boolean pushes, boolean branches, boolean items, boolean releases, boolean deployments) {
        Set<Part> moved = EnumSet.noneOf(Part.class);
        if (pushes) {
            moved.addAll(EnumSet.of(Part.TAGS, Part.RUNS, Part.PUSHES));
        }
        if (branches) {
            moved.add(Part.COMMITS);
        }
        if (items) {
            moved.addAll(EnumSet.of(Part.ITEMS, Part.RUNS));
        }
        if (releases) {
            moved.addAll(EnumSet.of(Part.RELEASES, Part.TAGS));
        }
        if (deployments) {
            moved.addAll(EnumSet.of(Part.DEPLOYMENTS, Part.RUNS));
        }
        return moved;
    }

    static boolean pullsAsBefore(Sight before, Sight now) {
        return before != null && Objects.equals(before.pulls(), now.pulls());
    }

    static boolean issuesAsBefore(Sight before, Sight now) {
        return before != null && Objects.equals(before.issues(), now.issues());
    }
}
