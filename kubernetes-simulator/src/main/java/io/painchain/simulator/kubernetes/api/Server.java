package io.painchain.simulator.kubernetes.api;

import java.util.Set;

/** Traits of the server that scripts change: its version, and groups that it cannot ask for their resources at present. */
public record Server(String gitVersion, Set<String> staleGroups) {

    static final Server USUAL = new Server("v1.33.4", Set.of());

    /** Until 1.34 a list from the cache ({@code resourceVersion=0}) came whole, whatever its limit. */
    boolean cachedListsComeWhole() {
        return minor() < 34;
    }

    int minor() {
        return Integer.parseInt(gitVersion.split("\\.")[1]);
    }
}
