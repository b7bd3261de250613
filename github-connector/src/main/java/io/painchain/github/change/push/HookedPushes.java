package io.painchain.github.change.push;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import io.painchain.connector.list.Digest;
import io.painchain.connector.webhook.HookReading;
import io.painchain.connector.webhook.HookReading.Lookup;
import io.painchain.github.api.record.hook.PushHook;
import io.painchain.github.mapping.Push;
import io.painchain.github.mapping.PushMapper;
import io.painchain.github.mapping.RepositoryScope;
import io.painchain.github.webhook.HookPayload;

/** A push is told by its payload, without its exact time; branches that come and go have no time at all. */
record HookedPushes(HookPayload payload, RepositoryScope scope, PushesState known) {

    private static final String TIME = "Only the repository's activity has its time";

    Optional<HookReading> read() throws IOException {
        if (payload.is("push") && payload.text("ref").startsWith("refs/heads/")) {
            return Optional.of(push(payload.whole(PushHook.class)));
        }
        boolean ofBranch = "branch".equals(payload.text("ref_type"));
        if (ofBranch && (payload.is("create") || payload.is("delete"))) {
            return Optional.of(branch(payload.text("ref"), payload.is("create")));
        }
        return Optional.empty();
    }

    private HookReading push(PushHook hook) {
        String branch = hook.ref().substring("refs/heads/".length());
        Optional<Push> push = Push.of(hook);
        if (push.isEmpty()) {
            boolean created = isNothing(hook.before());
            return created || isNothing(hook.after()) ? branch(branch, created)
                    : HookReading.ignored("It moves no branch, or one of the merge queue's");
        }
        if (known.movements().containsKey(Digest.of(push.get().movement()))) {
            return HookReading.hint("The branch moved like this before; the repository's activity tells the two apart");
        }
        Instant pushedAt = push.get().at();
        return HookReading.drafted(
                PushMapper.toDraft(scope, push.get(), hook.comparison().orElse(null), false, pushedAt)).toBeCompleted();
    }

    private HookReading branch(String name, boolean created) {
        if (Push.isQueued(name)) {
            return HookReading.ignored("Branches of the merge queue are no events");
        }
        return HookReading.lookedUp(
                new Lookup("branch-" + scope.identity() + "-" + name + "#" + (created ? "created" : "deleted") + "@"), TIME);
    }

    private static boolean isNothing(String sha) {
        return sha != null && sha.chars().allMatch(digit -> digit == '0');
    }
}
