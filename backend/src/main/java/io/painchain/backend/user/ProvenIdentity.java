package io.painchain.backend.user;

/**
 * What a provider vouched for.
 *
 * @param name for people to read
 * @param email {@code null} unless the provider says that it is verified
 */
public record ProvenIdentity(String issuer, String subject, String name, String email) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_EMAIL = 254;

    public ProvenIdentity {
        name = name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
        email = email == null || email.length() > LONGEST_EMAIL ? null : email;
    }
}
