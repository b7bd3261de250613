package io.painchain.backend.database;

import java.util.Optional;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.painchain.backend.authmode.AuthMode;

/** What is set of the separation by the database. */
@Singleton
class IsolationConfig {

    private final boolean isOpen;
    private final Optional<Boolean> wanted;
    private final Optional<String> allowedUser;

    IsolationConfig(AuthMode mode, @ConfigProperty(name = "painchain.database.isolation") Optional<Boolean> wanted,
            @ConfigProperty(name = "painchain.database.allowed-user") Optional<String> allowedUser) {
        this.isOpen = mode == AuthMode.OPEN;
        this.wanted = wanted;
        this.allowedUser = allowedUser;
    }

    /** Whether nobody has to say who they are. */
    boolean isOpen() {
        return isOpen;
    }

    boolean isWanted() {
        return wanted.orElse(!isOpen);
    }

    /** A user that the backend may be though policies do not hold for it. */
    boolean isAllowed(String user) {
        return allowedUser.filter(user::equals).isPresent();
    }
}
