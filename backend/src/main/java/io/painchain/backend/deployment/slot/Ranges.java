package io.painchain.backend.deployment.slot;

import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import io.painchain.backend.deployment.slot.PushWalkRepository.Walk;

/** What lies between two versions: as a connector compared them, else as stored pushes lead from one to the other. */
@Singleton
class Ranges {

    private final PushWalkRepository pushes;

    Ranges(PushWalkRepository pushes) {
        this.pushes = pushes;
    }

    /** @param before {@code null}: nothing is known of what was there */
    Range between(String before, Deployment deployment) {
        if (before == null) {
            return Range.unknown(Kind.first, Exclusion.firstKnown, List.of());
        }
        if (before.equals(deployment.version())) {
            return Range.of(Kind.redeploy, List.of(), List.of());
        }
        var told = deployment.told();
        if (told != null && told.from().equals(before)) {
            return told.count() > told.commits().size()
                    ? Range.unknown(Kind.unknown, Exclusion.tooMany, List.of())
                    : Range.of(kind(told.commits().isEmpty(), told.back().isEmpty()), told.commits(), told.back());
        }
        return walked(deployment.slot().tenantId(), before, deployment.version());
    }

    private static Kind kind(boolean nothingNew, boolean nothingBack) {
        if (nothingBack) {
            return Kind.forward;
        }
        return nothingNew ? Kind.rollback : Kind.diverged;
    }

    private Range walked(String tenantId, String before, String version) {
        Walk forward = pushes.between(tenantId, before, version);
        if (forward.arrived()) {
            return Range.of(Kind.forward, forward.commits(), List.of());
        }
        Walk back = pushes.between(tenantId, version, before);
        if (back.arrived()) {
            return Range.of(Kind.rollback, List.of(), back.commits());
        }
        boolean isTooMuch = forward.cut() || back.cut();
        return Range.unknown(Kind.unknown, isTooMuch ? Exclusion.tooMany : Exclusion.baseUnknown,
                Stream.concat(forward.ends().stream(), back.ends().stream()).distinct().toList());
    }
}
