package io.painchain.backend.person.author;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who an event is of.
 *
 * @param known {@code account}: the provider's account bore the login at that time; {@code login}: it bears it now, and was not
 *        seen before; {@code hand}: somebody said so
 */
@Schema(name = "EventPerson")
public record EventPersonView(String eventId, String personId, String name, boolean bot, Known known) {

    @Schema(name = "EventPersonKnown")
    public enum Known {
        account,
        login,
        hand
    }
}
