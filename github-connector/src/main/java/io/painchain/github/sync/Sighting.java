package io.painchain.github.sync;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import io.painchain.github.github.ProbeQuery.Sight;

/** What follows from two looks at a repository. */
final class Sighting {

    /** Nothing of these changes without a look showing it; of tags a deletion does, and of runs most. */
    static final Set<Part> VOUCHED_FOR = EnumSet.of(Part.ITEMS, Part.PUSHES, Part.COMMITS, Part.RELEASES, Part.DEPLOYMENTS);

    private Sighting() {
    }

    /** @param before {@code null}: this is the first look, and what happened since the first read is not known */
    static Set<Part> moved(Sight before, Sight now) {
        if (before == null) {
            return EnumSet.allOf(Part.class);
        }
        Set<Part> moved = EnumSet.noneOf(Part.class);
        if (!Objects.equals(before.pushes(), now.pushes())) {
            moved.addAll(EnumSet.of(Part.FEED, Part.TAGS, Part.RUNS, Part.PUSHES, Part.COMMITS));
        }
        if (!Objects.equals(before.pulls(), now.pulls()) || !Objects.equals(before.issues(), now.issues())) {
            moved.addAll(EnumSet.of(Part.ITEMS, Part.RUNS));
        }
        if (!Objects.equals(before.releases(), now.releases())) {
            moved.addAll(EnumSet.of(Part.RELEASES, Part.TAGS));
        }
        if (!Objects.equals(before.deployments(), now.deployments())) {
            moved.addAll(EnumSet.of(Part.DEPLOYMENTS, Part.RUNS));
        }
        return moved;
    }
}
