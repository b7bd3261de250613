package io.painchain.github.api.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One name per account: REST adds a suffix to a robot's login, tools a prefix, GraphQL none; commits have an address. */
public final class Who {

    /** GitHub's placeholder for deleted accounts. */
    private static final String DELETED = "ghost";
    private static final String ROBOT = "[bot]";
    private static final String APP = "app/";
    /** The no-reply address of accounts that hide their own, on any server. */
    private static final Pattern NO_REPLY = Pattern
            .compile("(?i)(?:[0-9]{1,20}\\+)?([a-z0-9][a-z0-9_-]{0,99}(?:\\[bot])?)@users\\.noreply\\.[a-z0-9.-]{1,253}");
    private static final String WEB = "noreply@github.com";

    private Who() {
    }

    /** {@code kind} is {@code Bot}, {@code User}, … or null; returns null where there is no login. */
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

    public static String of(User account) {
        String login = account == null ? null : account.login();
        return login == null || login.isBlank() ? DELETED : login;
    }

    /** The account, else the address's owner, else the commit's name; null where it has none. */
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
