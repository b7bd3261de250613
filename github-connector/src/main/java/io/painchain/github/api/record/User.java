package io.painchain.github.api.record;

/** Null in other records where the account was deleted; {@code login} is normalized by {@link Who}. */
public record User(String login, String type) {

    public User {
        login = Who.login(login, type);
    }

    public User(String login) {
        this(login, null);
    }

    public static String loginOf(User user) {
        return Who.of(user);
    }

    public static boolean isBot(User user) {
        return user != null && "Bot".equals(user.type());
    }
}
