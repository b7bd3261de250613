package io.painchain.simulator.api.repository;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import io.painchain.simulator.api.auth.Permission;

/** A route of a repository: its path below {@code /repos/{owner}/{repo}}, what it needs and who answers. */
public record Route(String method, String template, String[] segments, Permission permission, RepositoryHandler handler) {

    private static final String READ = "GET";
    private static final String REPOSITORY = "/repos/{owner}/{repo}";

    public static Route of(String subPath, Permission permission, RepositoryHandler handler) {
        return new Route(READ, REPOSITORY + subPath, split(subPath), permission, handler);
    }

    /** A route that changes something, for which the permission to write is needed. */
    public static Route writing(String method, String subPath, Permission permission, RepositoryHandler handler) {
        return new Route(method, REPOSITORY + subPath, split(subPath), permission, handler);
    }

    boolean writes() {
        return !method.equals(READ);
    }

    public boolean takes(String requestMethod) {
        return method.equals(requestMethod) || !writes() && requestMethod.equals("HEAD");
    }

    public static String[] split(String subPath) {
        return subPath.isEmpty() ? new String[0] : subPath.substring(1).split("/", -1);
    }

    /** The parameters of a path that fits; null where it does not. The last parameter takes any rest. */
    public Map<String, String> match(String[] path) {
        if (path.length < segments.length || path.length > segments.length && !endsInRest()) {
            return null;
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.length; i++) {
            boolean rest = i == segments.length - 1 && endsInRest();
            String actual = rest ? String.join("/", Arrays.asList(path).subList(i, path.length)) : path[i];
            if (segments[i].startsWith("{")) {
                parameters.put(segments[i].substring(1, segments[i].length() - 1), actual);
            } else if (!segments[i].equals(actual)) {
                return null;
            }
        }
        return parameters;
    }

    private boolean endsInRest() {
        return segments.length > 0 && segments[segments.length - 1].equals("{ref}");
    }
}
