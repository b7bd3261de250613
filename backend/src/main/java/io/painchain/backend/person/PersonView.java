package io.painchain.backend.person;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jetbrains.annotations.Nullable;

/**
 * Somebody, or something, that changes things.
 *
 * @param named whether the name was given by hand
 * @param authors names on events that are theirs by hand
 */
@Schema(name = "Person")
public record PersonView(String id, String name, boolean named, boolean bot, List<Account> accounts, List<Author> authors) {

    /**
     * What a provider knows somebody by.
     *
     * @param realm within what the external id is unique
     * @param externalId the provider's own, which stays whatever the login becomes
     * @param member whether they belong to what an integration looks at, now
     * @param leftAt since when they do not any more; {@code null} also for who never did
     * @param groups of the provider that they are in
     */
    @Schema(name = "PersonAccount")
    public record Account(String id, String connector, String realm, String externalId, String login, @Nullable String name,
            boolean bot, boolean member, @Nullable Instant leftAt, List<String> groups) {
    }

    @Schema(name = "PersonAuthor")
    public record Author(String connector, String author) {
    }
}
