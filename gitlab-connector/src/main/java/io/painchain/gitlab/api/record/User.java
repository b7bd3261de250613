package io.painchain.gitlab.api.record;

public record User(String username, String name) {

    /** GitLab's placeholder for deleted accounts. */
    private static final String DELETED = "ghost";

    public static String loginOf(User user) {
        return user == null || user.username() == null || user.username().isBlank() ? DELETED : user.username();
    }
}
