package io.painchain.model.connector;

import java.util.Arrays;
import java.util.Optional;

/** What events of a type are on the way of a change to where it acts. */
public enum EventRole {
    /** It brings something to where it acts: a deployment, a configuration, a flag, infrastructure, a job. */
    carrier,
    /** Work that is carried: a reviewed change, a push, a commit. */
    work,
    /** It makes something of work, and tests it. */
    build,
    /** A version is given a name. */
    release,
    /** None of these. */
    none;

    public static Optional<EventRole> find(String name) {
        return Arrays.stream(values()).filter(role -> role.name().equals(name)).findFirst();
    }
}
