package io.painchain.kubernetes.kind;

import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.painchain.kubernetes.projection.ObjectState;
import io.painchain.kubernetes.reflector.Target;

/**
 * A type that a kind watches.
 *
 * @param stored whether the checkpoint keeps an inventory of it, so that changes are found after a long absence
 * @param note what the checkpoint keeps of an object beside its hash
 * @param facts from that note, for comparisons
 * @param beforeReplay what holds of an object of a list that is ahead of what the watch will tell
 */
public record Watched(Target target, Projector projector, boolean stored, Function<ObjectState, Map<String, Object>> note,
        Function<Map<String, Object>, Object> facts, UnaryOperator<ObjectState> beforeReplay) {

    public static Watched stored(Target target, Projector projector) {
        return new Watched(target, projector, true, state -> Map.of(), note -> null, listed -> listed);
    }

    public static Watched unstored(Target target, Projector projector) {
        return new Watched(target, projector, false, state -> Map.of(), note -> null, listed -> listed);
    }

    public Watched noting(Function<ObjectState, Map<String, Object>> newNote, Function<Map<String, Object>, Object> newFacts) {
        return new Watched(target, projector, stored, newNote, newFacts, beforeReplay);
    }

    public Watched beforeReplay(UnaryOperator<ObjectState> cut) {
        return new Watched(target, projector, stored, note, facts, cut);
    }
}
