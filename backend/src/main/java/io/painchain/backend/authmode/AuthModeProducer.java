package io.painchain.backend.authmode;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.Config;

class AuthModeProducer {

    @Produces
    @Singleton
    AuthMode mode(Config config) {
        return AuthMode.of(config);
    }
}
