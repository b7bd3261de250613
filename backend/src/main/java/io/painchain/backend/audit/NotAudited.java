package io.painchain.backend.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Operations that change something and have no entry, each group with its reason. Every other one has. */
public final class NotAudited {

    private static final Map<String, String> REASONS = new HashMap<>();

    static {
        because("events and deliveries are records themselves, kept as they came and with their revisions", "postEvent",
                "postEventBatch", "receiveWebhook", "receiveWebhookOfIntegration", "receivePlainWebhook");
        because("a connector at work changes nothing that anybody set", "leaseTasks", "reportTaskProgress", "releaseTask",
                "reportTaskResult", "reportSync", "trackRateLimits", "setAside", "keepPolledPage", "retryRejected",
                "leaveWork");
        because("it says what would differ, and nothing does", "rehearseWebhookEvents");
        because("it asks how something goes; what that comes to its feature records", "pollConnect");
        because("of a key's cookie the backend keeps nothing; the end of a session its feature records", "signOut");
    }

    private NotAudited() {
    }

    private static void because(String reason, String... operations) {
        for (var operation : operations) {
            REASONS.put(operation, reason);
        }
    }

    static boolean contains(String operation) {
        return REASONS.containsKey(operation);
    }

    public static Set<String> operations() {
        return Set.copyOf(REASONS.keySet());
    }
}
