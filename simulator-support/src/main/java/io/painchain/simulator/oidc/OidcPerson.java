package io.painchain.simulator.oidc;

/** @param isEmailVerified whether the provider says so */
public record OidcPerson(String subject, String name, String email, boolean isEmailVerified) {
}
