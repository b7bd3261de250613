package io.painchain.github.mapping;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

import io.painchain.connector.draft.Text;
import io.painchain.github.api.record.Activity;
import io.painchain.github.api.record.FeedEvent;
import io.painchain.github.api.record.User;
import io.painchain.github.api.record.git.Commit;
import io.painchain.github.api.record.hook.PushHook;

/** {@code kind} is the activity's word, such as {@code pr_merge}; {@code message} and {@code url} are the head's, or null. */
public record Push(String branch, String before, String head, Instant at, String actor, String kind, String message,
        String url) {

    private static final String BRANCHES = "refs/heads/";

    /** Empty for a branch created or deleted, a tag, and the merge queue's branches. */
    public static Optional<Push> of(Activity activity) {
        return of(activity.ref(), activity.before(), activity.after()).map(push -> new Push(push.branch, push.before, push.head,
                activity.timestamp(), User.loginOf(activity.actor()), Text.word(activity.activityType()), null, null));
    }

    public static Optional<Push> of(FeedEvent event) {
        FeedEvent.Payload payload = event.payload();
        if (!"PushEvent".equals(event.type()) || payload == null) {
            return Optional.empty();
        }
        return of(payload.ref(), payload.before(), payload.head()).map(push -> new Push(push.branch, push.before, push.head,
                event.createdAt(), User.loginOf(event.actor()), null, messageOf(payload), null));
    }

    /** Empty likewise, and where the payload has no time; whether it was merged the payload does not say. */
    public static Optional<Push> of(PushHook hook) {
        Optional<Commit> head = Optional.ofNullable(hook.headCommit()).map(PushHook.HookCommit::commit);
        return hook.pushedAt().flatMap(at -> of(hook.ref(), hook.before(), hook.after())
                .map(push -> new Push(push.branch, push.before, push.head, at, User.loginOf(hook.sender()),
                        hook.isForced() ? "force_push" : null, head.map(Commit::message).orElse(null),
                        head.map(Commit::htmlUrl).orElse(null))));
    }

    /** Whether it is one of the merge queue's branches. */
    public static boolean isQueued(String branch) {
        return QueueBranch.isOne(branch);
    }

    /** Identifies the movement within its repository, without the time. */
    public String movement() {
        return branch + "@" + Text.shortSha(before, 12) + ".." + Text.shortSha(head, 12);
    }

    public Push withHead(Commit commit) {
        return new Push(branch, before, head, at, actor, kind, commit.message() == null ? message : commit.message(),
                commit.htmlUrl() == null ? url : commit.htmlUrl());
    }

    private static Optional<Push> of(String ref, String before, String head) {
        boolean ofBranch = ref != null && ref.startsWith(BRANCHES) && !QueueBranch.isOne(ref.substring(BRANCHES.length()));
        boolean moved = ofBranch && isCommit(before) && isCommit(head) && !before.equals(head);
        return moved ? Optional.of(new Push(ref.substring(BRANCHES.length()), before, head, null, null, null, null, null))
                : Optional.empty();
    }

    private static boolean isCommit(String sha) {
        return sha != null && !sha.isBlank() && sha.chars().anyMatch(digit -> digit != '0');
    }

    private static String messageOf(FeedEvent.Payload payload) {
        return payload.commits() == null ? null
                : payload.commits().stream().filter(commit -> commit != null && payload.head().equals(commit.sha()))
                        .map(FeedEvent.FeedCommit::message).filter(Objects::nonNull).findFirst().orElse(null);
    }
}
