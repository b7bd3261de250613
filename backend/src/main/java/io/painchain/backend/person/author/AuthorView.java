package io.painchain.backend.person.author;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A name on events of which nobody knows whose it is. */
@Schema(name = "UnknownAuthor")
public record AuthorView(String connector, String author, Instant lastEvent) {
}
