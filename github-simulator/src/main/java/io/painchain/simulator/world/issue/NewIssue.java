package io.painchain.simulator.world.issue;

import java.util.List;

/** An issue to open. */
public record NewIssue(String title, String body, List<String> labels) {

    public NewIssue(String title) {
        this(title, null, List.of());
    }
}
