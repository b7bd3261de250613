package io.painchain.connector.cycle;

/**
 * Where a webhook's delivery belongs.
 *
 * @param repository its name as the payload has it, or null where it is of none
 * @param id the provider's, which survives renames, or null
 * @param reason why there is no repository, in a sentence, else null
 */
public record HookAddress(String repository, Long id, String reason) {

    public static HookAddress none(String reason) {
        return new HookAddress(null, null, reason);
    }
}
