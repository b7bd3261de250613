package io.painchain.kubernetes.change;

import java.util.List;
import java.util.stream.Stream;

import io.painchain.kubernetes.change.plain.PlainKinds;
import io.painchain.kubernetes.change.rollout.RolloutKind;
import io.painchain.kubernetes.kind.ChangeKind;

/** In the order of reading: what incidents come from most is first. */
public final class ChangeKinds {

    public static final List<ChangeKind> ALL = Stream.concat(Stream.of(new RolloutKind()), PlainKinds.all().stream()).toList();

    private ChangeKinds() {
    }
}
