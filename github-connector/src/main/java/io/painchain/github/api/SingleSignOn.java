package io.painchain.github.api;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import io.painchain.connector.http.HttpAnswer;

/** Reads what lists leave out: {@code X-GitHub-SSO: partial-results; organizations=4711,4712}. */
public final class SingleSignOn {

    private static final String PARTIAL = "partial-results";

    private SingleSignOn() {
    }

    /** Ids of organizations; empty where the answer does not say whether anything was left out. */
    public static Optional<List<String>> leftOut(HttpAnswer answer) {
        boolean lists = answer.status() == 200 && answer.url().getPath().endsWith("/repos");
        Optional<String> header = answer.header("x-github-sso").filter(text -> text.startsWith(PARTIAL));
        if (header.isEmpty()) {
            return lists ? Optional.of(List.of()) : Optional.empty();
        }
        return Optional.of(Arrays.stream(header.get().replaceFirst("^.*organizations=", "").split(",")).map(String::strip)
                .filter(id -> id.matches("[0-9]{1,20}")).toList());
    }

    public static String sentence(List<String> organizations) {
        return "Repositories of " + organizations.size() + (organizations.size() == 1 ? " organization" : " organizations")
                + " are left out (" + String.join(", ", organizations)
                + "): they require single sign-on; authorize the token for them";
    }
}
