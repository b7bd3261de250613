package io.painchain.backend.webhook.digest;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * What would differ if a portion of deliveries were digested once more.
 *
 * @param added ids of events that are not there
 * @param gone ids of events that they became and would not become again from the payload alone
 * @param unchanged how many events would stay as they are, or are newer than their delivery
 * @param silent how many deliveries were no events and would be none
 * @param next behind which the next portion begins; {@code null} at the end
 */
@Schema(name = "Rehearsal")
public record RehearsalView(int deliveries, List<String> added, List<Changed> changed, List<String> gone, int unchanged,
        int silent, @Nullable String next) {

    static final RehearsalView END = new RehearsalView(0, List.of(), List.of(), List.of(), 0, 0, null);

    /** @param fields those of {@code data} as {@code data.name} */
    @Schema(name = "RehearsedChange")
    public record Changed(String id, List<String> fields) {
    }
}
