package io.painchain.backend.person.discovery;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * How an integration was last asked for its people.
 *
 * @param supported whether its connector tells of people
 * @param askedAt {@code null}: never
 * @param readAt when it last told
 * @param complete whether it named all members then
 * @param members of them now
 * @param error why it told nothing the last time, or {@code null}
 */
@Schema(name = "PeopleReading")
public record PeopleReadingView(boolean supported, @Nullable Instant askedAt, @Nullable Instant readAt, boolean complete,
        long members, List<String> warnings, @Nullable String error) {
}
