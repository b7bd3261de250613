package io.painchain.connector.kind;

import java.util.function.UnaryOperator;

/** @param forgetTags takes away what only saves work, such as ETags */
public record SliceType<S>(Class<S> type, S unread, UnaryOperator<S> forgetTags) {
}
