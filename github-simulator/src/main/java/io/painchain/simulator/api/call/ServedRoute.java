package io.painchain.simulator.api.call;

/** A route that is served, such as {@code GET /repos/{owner}/{repo}/pulls/{number}}. */
public record ServedRoute(String method, String template) {

    private static final String REST = "{ref}";

    /** The same for faults: what may hold slashes is left open to the end. */
    public String pattern() {
        return template.endsWith(REST) ? template.substring(0, template.length() - REST.length()) + "**" : template;
    }

    /** Whether it is below a repository. */
    public boolean ofRepository() {
        return template.startsWith("/repos/{owner}/{repo}");
    }

    public boolean reads() {
        return method.equals("GET");
    }
}
