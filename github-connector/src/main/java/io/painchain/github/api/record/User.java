package io.painchain.github.api.record;

/**
 * An account; {@code null} in other records where it was deleted.
 *
 * @param login its one name, see {@link Who}
 * @param type {@code User}, {@code Bot}, …, {@code null} where not told
 */
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
}
