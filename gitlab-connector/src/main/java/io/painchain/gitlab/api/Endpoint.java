package io.painchain.gitlab.api;

import java.util.Set;

/** Which endpoint an address belongs to: GitLab limits some of them on their own. */
final class Endpoint {

    private static final Set<String> NAMED = Set.of("projects", "branches", "tags", "releases", "commits");

    private Endpoint() {
    }

    /** @param below the path below the API; the result is such as {@code /projects/:id/pipelines/:id/jobs} */
    static String of(String below) {
        StringBuilder endpoint = new StringBuilder();
        String before = "";
        for (String part : below.split("/")) {
            if (!part.isEmpty()) {
                boolean id = NAMED.contains(before) || part.chars().allMatch(Character::isDigit);
                endpoint.append('/').append(id ? ":id" : part);
                before = id ? "" : part;
            }
        }
        return endpoint.toString();
    }
}
