package io.painchain.system;

import java.time.Duration;

/** How long the tests wait for what has no deadline of its own: long enough for a machine that does ten other things. */
final class Patience {

    /** Until a process has started or ended, and until what happened has arrived. */
    static final Duration PROCESS = Duration.ofMinutes(3);
    /** Until the browser has done, or shows, what is expected. */
    static final Duration BROWSER = Duration.ofMinutes(1);

    private Patience() {
    }
}
