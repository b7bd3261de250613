package io.painchain.backend.subscription.drain;

import java.time.Duration;

/**
 * @param status {@code null} where there was none
 * @param error a sentence, {@code null} where the receiver took it
 * @param retryAfter what it asked for, or {@code null}
 * @param remoteId what it calls it, or {@code null}
 */
record Answer(Integer status, String error, Duration retryAfter, String remoteId) {

    boolean isGood() {
        return error == null;
    }

    /** The receiver wants no more, ever. */
    boolean isGone() {
        return status != null && status == 410;
    }
}
