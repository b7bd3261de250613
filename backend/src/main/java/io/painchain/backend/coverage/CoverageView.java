package io.painchain.backend.coverage;

import java.time.Instant;
import java.util.List;

import org.jetbrains.annotations.Nullable;

import io.painchain.model.integration.Coverage;

/**
 * Whether everything that happened in a window is in the timeline.
 *
 * @param verdict the worst of the repositories'
 * @param sentence {@code "complete"}, {@code "late by 4 min"}, {@code "gap from … to …: why"}
 */
public record CoverageView(Instant from, Instant to, Verdict verdict, String sentence, List<Repository> repositories) {

    public enum Verdict {
        /** All of the window that has happened was read. */
        complete,
        /** Read up to a while ago; nothing is known to be missing before. */
        late,
        /** Something in the window was not read. */
        gap,
        /** No connector told anything. */
        unknown
    }

    public record Repository(String integrationId, String name, Verdict verdict, String sentence, List<Source> sources) {
    }

    public record Source(String source, @Nullable Instant from, @Nullable Instant to, @Nullable Instant verifiedAt,
            Verdict verdict,
            List<Coverage.Gap> gaps) {
    }
}
