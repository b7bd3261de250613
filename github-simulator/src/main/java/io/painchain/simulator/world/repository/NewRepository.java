package io.painchain.simulator.world.repository;

import java.time.Instant;

/** A repository to create; it starts with one commit on its default branch. */
public record NewRepository(String fullName, String description, boolean isPrivate, boolean ownedByUser,
        String language, Instant createdAt, boolean fork) {

    public NewRepository(String fullName) {
        this(fullName, "The " + fullName.substring(fullName.indexOf('/') + 1) + " service", true, false, "Java", null, false);
    }

    public NewRepository createdAt(Instant moment) {
        return new NewRepository(fullName, description, isPrivate, ownedByUser, language, moment, fork);
    }

    public NewRepository described(String text) {
        return new NewRepository(fullName, text, isPrivate, ownedByUser, language, createdAt, fork);
    }

    public NewRepository open() {
        return new NewRepository(fullName, description, false, ownedByUser, language, createdAt, fork);
    }

    public NewRepository ofUser() {
        return new NewRepository(fullName, description, isPrivate, true, language, createdAt, fork);
    }

    public NewRepository asFork() {
        return new NewRepository(fullName, description, isPrivate, ownedByUser, language, createdAt, true);
    }
}
