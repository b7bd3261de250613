package io.painchain.kubernetes.reflector;

/** Texts to clients, but numbers that grow, as Kubernetes promises since 1.35 and its servers always did. */
final class ResourceVersions {

    private static final int LONGEST = 18;

    private ResourceVersions() {
    }

    /** 0: it is none. */
    static long number(String resourceVersion) {
        if (resourceVersion.isEmpty() || resourceVersion.length() > LONGEST
                || !resourceVersion.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return 0;
        }
        return Long.parseLong(resourceVersion);
    }
}
