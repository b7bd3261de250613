package io.painchain.simulator.world.git;

import java.time.Instant;
import java.util.List;

/** A commit to make; without an author it is made by who pushes, without a date when that happens. */
public record NewCommit(String message, String author, List<FileChange> files, Instant date) {

    public NewCommit(String message, String author, List<FileChange> files) {
        this(message, author, files, null);
    }

    public NewCommit(String message) {
        this(message, null, List.of(FileChange.modified("src/main/java/App.java", 8, 3)));
    }

    public NewCommit(String message, List<FileChange> files) {
        this(message, null, files);
    }

    /** With a date of its own, as a wrong clock or a rewritten history gives it. */
    public NewCommit dated(Instant moment) {
        return new NewCommit(message, author, files, moment);
    }
}
