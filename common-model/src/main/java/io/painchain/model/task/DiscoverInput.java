package io.painchain.model.task;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#discover}.
 *
 * @param config the configuration to use, in clear; absent: the integration's as it is stored
 * @param q part of a name, or {@code null} for all
 * @param page from 1
 * @param perPage 1 to 100
 * @param filter which of them; absent: all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DiscoverInput(Map<String, Object> config, String q, int page, int perPage, Filter filter) {

    public DiscoverInput(Map<String, Object> config, String q, int page, int perPage) {
        this(config, q, page, perPage, null);
    }

    /** What is absent asks for nothing. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Filter(Instant activeSince, Boolean archived, Boolean fork) {

        private static final Filter NONE = new Filter(null, null, null);

        public static Filter of(DiscoverInput input) {
            return input.filter() == null ? NONE : input.filter();
        }

        /** One whose last activity is unknown is taken for active. */
        public boolean admits(DiscoveredRepository repository) {
            return (activeSince == null || repository.pushedAt() == null || !repository.pushedAt().isBefore(activeSince))
                    && (archived == null || archived == repository.archived())
                    && (fork == null || fork == repository.fork());
        }
    }
}
