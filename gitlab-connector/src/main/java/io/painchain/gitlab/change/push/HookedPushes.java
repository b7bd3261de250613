package io.painchain.gitlab.change.push;

import java.io.IOException;
import java.util.Optional;

import io.painchain.connector.draft.Text;
import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.gitlab.mapping.ProjectScope;
import io.painchain.gitlab.webhook.HookPayload;

/** A push has no time in its payload, so the feed tells it. */
final class HookedPushes {

    private static final String BRANCH = "refs/heads/";
    private static final String TAG = "refs/tags/";
    private static final int DIGITS = 12;
    private static final String LATE = "The project's feed, which has its time, does not show it yet";

    private HookedPushes() {
    }

    static Optional<HookReading> read(HookPayload payload, ProjectScope scope) throws IOException {
        if (payload.is("tag_push")) {
            return Optional.of(tag(payload, scope));
        }
        return payload.is("push") ? Optional.of(branch(payload, scope)) : Optional.empty();
    }

    private static HookReading branch(HookPayload payload, ProjectScope scope) throws IOException {
        String name = after(BRANCH, payload);
        String before = payload.named("before");
        String head = payload.named("after");
        if (isNothing(before) || isNothing(head)) {
            return lookedUp("branch-" + scope.identity() + "-" + name + "#" + (isNothing(head) ? "deleted" : "created") + "@");
        }
        return lookedUp("push-" + scope.identity() + "-" + name + "@" + Text.shortSha(before, DIGITS) + ".."
                + Text.shortSha(head, DIGITS));
    }

    private static HookReading tag(HookPayload payload, ProjectScope scope) throws IOException {
        String action = isNothing(payload.named("after")) ? "deleted"
                : isNothing(payload.named("before")) ? "created" : "moved";
        return lookedUp("tag-" + scope.identity() + "-" + after(TAG, payload) + "#" + action + "@");
    }

    private static HookReading lookedUp(String prefix) {
        return HookReading.lookedUp(new Lookup(prefix), LATE);
    }

    private static String after(String prefix, HookPayload payload) throws IOException {
        String ref = payload.named("ref");
        if (!ref.startsWith(prefix)) {
            throw new IOException("ref: does not begin with " + prefix);
        }
        return ref.substring(prefix.length());
    }

    private static boolean isNothing(String sha) {
        return sha.chars().allMatch(digit -> digit == '0');
    }
}
