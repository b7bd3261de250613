package io.painchain.github.mapping;

import java.util.List;
import java.util.stream.Collectors;

import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.git.FileChange;

final class FileList {

    static final int SHOWN = 20;

    private FileList() {
    }

    /** Null where the files are not known. */
    static List<String> names(List<FileChange> files, int most) {
        return files == null ? null : files.stream().limit(most).map(FileChange::filename).toList();
    }

    /** Returns Markdown, null where there are no files; {@code total} may exceed {@code files}. */
    static String section(List<FileChange> files, int total) {
        if (files == null || files.isEmpty()) {
            return null;
        }
        String lines = files.stream().limit(SHOWN).map(FileList::line).collect(Collectors.joining("\n"));
        int more = Math.max(total, files.size()) - Math.min(SHOWN, files.size());
        return "Changed files (" + Math.max(total, files.size()) + "):\n" + lines
                + (more > 0 ? "\n- … and " + more + " more" : "");
    }

    static Integer additions(List<FileChange> files) {
        return files == null ? null : files.stream().mapToInt(file -> file.additions() == null ? 0 : file.additions()).sum();
    }

    static Integer deletions(List<FileChange> files) {
        return files == null ? null : files.stream().mapToInt(file -> file.deletions() == null ? 0 : file.deletions()).sum();
    }

    private static String line(FileChange file) {
        boolean counted = file.additions() != null && file.deletions() != null;
        return "- " + Text.line(file.filename()) + (counted ? " (+" + file.additions() + " -" + file.deletions() + ")" : "");
    }
}
