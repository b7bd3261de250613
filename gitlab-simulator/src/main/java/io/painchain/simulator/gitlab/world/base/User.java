package io.painchain.simulator.gitlab.world.base;

/** Somebody; who was deleted is the ghost from then on, in what they did before, too. */
public final class User {

    private static final User GHOST = new User(10, "ghost");

    private final long id;
    private final String username;
    private boolean deleted;

    User(long id, String username) {
        this.id = id;
        this.username = username;
    }

    /** As whom they are shown. */
    public User shown() {
        return deleted ? GHOST : this;
    }

    public long id() {
        return id;
    }

    public String username() {
        return username;
    }

    /** The name for people: Alice Liddell is alice. */
    public String name() {
        return this == GHOST ? "Ghost User" : Character.toUpperCase(username.charAt(0)) + username.substring(1);
    }

    void delete() {
        deleted = true;
    }
}
