package io.painchain.gitlab.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.painchain.gitlab.api.record.Note;
import io.painchain.gitlab.api.record.User;

/** Who approves a merge request now, by what GitLab noted below it. */
public record Approvals(Set<String> approvers) {

    public static Approvals of(Collection<Note> notes) {
        List<Note> inOrder = notes.stream().filter(note -> note.approval().isPresent())
                .sorted(Comparator.comparing(Note::createdAt).thenComparing(Note::id)).toList();
        Set<String> approvers = new LinkedHashSet<>();
        for (Note note : inOrder) {
            String who = User.loginOf(note.author());
            if (note.approval().filter("approved"::equals).isPresent()) {
                approvers.add(who);
            } else {
                approvers.remove(who);
            }
        }
        return new Approvals(approvers);
    }

    public int count() {
        return approvers.size();
    }

    /** {@code null} where there are none. */
    String sentence() {
        return approvers.isEmpty() ? null : "Approved by " + String.join(", ", approvers);
    }
}
