package io.painchain.simulator.world.account;

/** A user, a bot or an organisation. */
public final class Account {

    /** The kinds of account, named as GitHub's {@code type} field names them. */
    public enum Kind {
        USER("User"),
        BOT("Bot"),
        ORGANIZATION("Organization");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        public String wireName() {
            return wireName;
        }
    }

    private final long id;
    private final String login;
    private final Kind kind;
    private volatile boolean deleted;

    public Account(long id, String login, Kind kind) {
        this.id = id;
        this.login = login;
        this.kind = kind;
    }

    public long id() {
        return id;
    }

    public String login() {
        return login;
    }

    public Kind kind() {
        return kind;
    }

    public boolean deleted() {
        return deleted;
    }

    public void delete() {
        deleted = true;
    }

    public String name() {
        return Character.toUpperCase(login.charAt(0)) + login.substring(1);
    }

    public String email() {
        return id + "+" + login + "@users.noreply.github.com";
    }
}
