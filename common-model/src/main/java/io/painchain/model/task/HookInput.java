package io.painchain.model.task;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * The input of a {@link TaskKind#hook}: one webhook as it is to be at the provider.
 *
 * @param repository or organization, as the provider names it
 * @param hookId the provider's id of the hook, where it is known
 * @param url where it sends; it is found by this where its id is not known
 * @param events those wanted; empty: what the connector makes events of
 * @param known ids of deliveries that arrived since {@code since}, for {@link Action#compare}
 * @param until deliveries later than this may still be on their way, for {@link Action#compare}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HookInput(Action action, String repository, @Nullable String hookId, String url, @Nullable String secret,
        List<String> events, @Nullable List<String> known, @Nullable Instant since, @Nullable Instant until) {

    public HookInput(Action action, String repository, String hookId, String url, String secret, List<String> events,
            List<String> known, Instant since) {
        this(action, repository, hookId, url, secret, events, known, since, null);
    }

    /** What is to be done. */
    public enum Action {
        /** Made, or changed to what is asked for. */
        register,
        /** Asked to send something now. */
        ping,
        /** Taken away. */
        remove,
        /** What it delivered is compared with what arrived, and the missing sent again. */
        compare
    }
}
