package io.painchain.github.api.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one name of an account, whichever API tells of it: REST writes a robot's login with a suffix, GraphQL and some events
 * without, command line tools with a prefix, and commits have an address in its place.
 */
public final class Who {

    /** GitHub's own placeholder for accounts that are gone. */
    private static final String DELETED = "ghost";
    private static final String ROBOT = "[bot]";
    private static final String APP = "app/";
    /** The address that GitHub gives to those who keep their own to themselves, on whatever server. */
    private static final Pattern NO_REPLY = Pattern
            .compile("(?i)(?:[0-9]{1,20}\\+)?([a-z0-9][a-z0-9_-]{0,99}(?:\\[bot])?)@users\\.noreply\\.[a-z0-9.-]{1,253}");
    private static final String WEB = "noreply@github.com";

    private Who() {
    }

    /**
     * @param kind {@code Bot}, {@code User}, …, {@code null} where not told
     * @return {@code null} where there is no login
     */
    public static String login(String login, String kind) {
        if (login == null || login.isBlank()) {
            return null;
        }
        String name = login.strip();
        if (name.startsWith(APP) && name.length() > APP.length()) {
            return withSuffix(name.substring(APP.length()));
        }
        return "Bot".equalsIgnoreCase(kind) ? withSuffix(name) : name;
    }

    /** Whoever is gone has GitHub's placeholder for a name. */
    public static String of(User account) {
        String login = account == null ? null : account.login();
        return login == null || login.isBlank() ? DELETED : login;
    }

    /** The account, else whom the address belongs to, else the name that a commit bears; {@code null} where it bears none. */
    public static String ofCommit(User account, String name, String email) {
        if (account != null && account.login() != null) {
            return account.login();
        }
        if (WEB.equalsIgnoreCase(email)) {
            return "web-flow";
        }
        Matcher address = NO_REPLY.matcher(email == null ? "" : email.strip());
        if (address.matches()) {
            return address.group(1);
        }
        return name == null || name.isBlank() ? null : name;
    }

    private static String withSuffix(String name) {
        return name.endsWith(ROBOT) ? name : name + ROBOT;
    }
}
