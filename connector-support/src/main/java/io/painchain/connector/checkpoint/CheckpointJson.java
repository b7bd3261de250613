package io.painchain.connector.checkpoint;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.painchain.connector.backend.ContractJson;
import io.painchain.connector.detail.OpenDetails;
import io.painchain.connector.draft.Text;
import io.painchain.connector.kind.Kinds;
import io.painchain.connector.list.Gap;
import io.painchain.connector.list.PageTag;
import io.painchain.connector.sweep.SweepState;

/** Common fields, and each kind's slice under the kind's name. */
final class CheckpointJson {

    private static final int FORMAT = 1;
    /** Longer than any name or address that a provider gives out. */
    private static final int LONGEST_TEXT = 4_096;
    private static final List<String> COMMON = List.of("format", "repositoryId", "identity", "project", "repositoryEtag",
            "sweep", "ledger", "gaps", "details");

    private CheckpointJson() {
    }

    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    private record Common(int format, long repositoryId, String identity, String project, PageTag repositoryEtag,
            SweepState sweep, Map<String, Instant> ledger, List<Gap> gaps, OpenDetails details) {
    }

    static Map<String, Object> write(RepositoryState state) {
        Map<String, Object> json = new LinkedHashMap<>(ContractJson.map(new Common(FORMAT, state.repositoryId(),
                state.identity(), state.project(), state.repositoryEtag(), state.sweep(), state.ledger(), state.gaps(),
                state.details().equals(OpenDetails.NONE) ? null : state.details())));
        json.putAll(state.slices().write());
        return storable(json, Integer.MAX_VALUE);
    }

    /** For what would not be stored at all: a slice that is one long text is lost, and read afresh one day. */
    static Map<String, Object> shortened(Map<String, Object> json) {
        return storable(json, LONGEST_TEXT);
    }

    /** Names that a provider's users chose may hold what the backend cannot store. */
    private static Map<String, Object> storable(Map<?, ?> json, int limit) {
        Map<String, Object> storable = new LinkedHashMap<>();
        json.forEach((key, value) -> storable.put(text(String.valueOf(key), limit), value(value, limit)));
        return storable;
    }

    private static Object value(Object value, int limit) {
        if (value instanceof String text) {
            return text(text, limit);
        }
        if (value instanceof Map<?, ?> map) {
            return storable(map, limit);
        }
        return value instanceof List<?> list ? list.stream().map(item -> value(item, limit)).collect(Collectors.toList())
                : value;
    }

    private static String text(String text, int limit) {
        return Text.clean(Text.shorten(text, limit));
    }

    /** @return {@code null} for another format; a field of another shape throws IllegalArgumentException */
    static RepositoryState read(Kinds kinds, Map<String, Object> json) {
        Common common = ContractJson.record(json, Common.class);
        if (common.format() != FORMAT || common.identity() == null || common.project() == null) {
            return null;
        }
        Map<String, Object> slices = new HashMap<>(json);
        slices.keySet().removeAll(COMMON);
        return new RepositoryState(common.repositoryId(), common.identity(), common.project(), common.repositoryEtag(),
                Slices.read(kinds, slices), common.sweep(), common.ledger(), common.gaps(), common.details());
    }
}
