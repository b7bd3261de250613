package io.painchain.github.api.record;

/** An account; {@code null} in other records where it was deleted. */
public record User(String login) {

    private static final String DELETED = "ghost";

    /** The login to show, GitHub's own placeholder where the account is gone. */
    public static String loginOf(User user) {
        return user == null || user.login() == null || user.login().isBlank() ? DELETED : user.login();
    }
}
