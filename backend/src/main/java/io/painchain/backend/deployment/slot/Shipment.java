package io.painchain.backend.deployment.slot;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * What got to a slot for the first time.
 *
 * @param leads from being written to being there, in seconds, of each commit
 * @param excluded how many commits are not among these, and why
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Shipment(List<Long> leads, Map<Exclusion, Integer> excluded, List<Steps> works) {

    static final Shipment NOTHING = new Shipment(List.of(), Map.of(), List.of());

    public Shipment {
        leads = leads == null ? List.of() : leads;
        excluded = excluded == null ? Map.of() : excluded;
        works = works == null ? List.of() : works;
    }

    /** How long work took from step to step, in seconds; {@code null} where a step is not known or not credible. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Steps(String id, Step coding, Step pickup, Step review, Step deploy) {
    }

    /** @param excluded why there are no seconds */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(Long seconds, Exclusion excluded) {
    }
}
