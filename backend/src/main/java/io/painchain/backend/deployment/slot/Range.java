package io.painchain.backend.deployment.slot;

import java.util.List;

/**
 * What lies between the version before and this one.
 *
 * @param commits that are new
 * @param back that are no longer there
 * @param reason why it is unknown; {@code null} where it is known
 * @param waitsFor heads whose pushes would say more
 */
record Range(Kind kind, List<String> commits, List<String> back, Exclusion reason, List<String> waitsFor) {

    static Range of(Kind kind, List<String> commits, List<String> back) {
        return new Range(kind, commits, back, null, List.of());
    }

    static Range unknown(Kind kind, Exclusion reason, List<String> waitsFor) {
        return new Range(kind, List.of(), List.of(), reason, waitsFor);
    }
}
