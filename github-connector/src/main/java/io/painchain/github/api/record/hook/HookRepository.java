package io.painchain.github.api.record.hook;

import java.time.Instant;

/** {@code pushedAt} is a number in the payload of a push, else text; {@code id} survives renames. */
public record HookRepository(Long id, String fullName, Instant pushedAt) {
}
