package io.painchain.github.api.record.git;

import static java.util.Objects.requireNonNull;

public record Ref(String name, Target commit) {

    public Ref {
        requireNonNull(name, "name");
    }

    public record Target(String sha) {
    }

    public String sha() {
        return commit == null ? null : commit.sha();
    }
}
