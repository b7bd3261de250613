package io.painchain.simulator.world.git;

import java.util.List;

/** A commit to make; without an author it is made by who pushes. */
public record NewCommit(String message, String author, List<FileChange> files) {

    public NewCommit(String message) {
        this(message, null, List.of(FileChange.modified("src/main/java/App.java", 8, 3)));
    }

    public NewCommit(String message, List<FileChange> files) {
        this(message, null, files);
    }
}
