package io.painchain.backend.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.painchain.backend.security.Right;
import io.painchain.backend.security.Role;

/** Every operation of the API by its id, with the right that it asks for. One that is missing here is refused. */
public final class Operations {

    private static final Map<String, Right> RIGHTS = new HashMap<>();

    static {
        of(Right.NONE, "signIn", "signOut", "getWaysToSignIn", "beginSignIn", "completeSignIn", "endSessionsByProvider",
                "receiveWebhook", "receiveWebhookOfIntegration", "receivePlainWebhook");
        of(Right.ANY, "getMe", "acceptInvitation", "listSessions", "endSession");
        of(Right.READ, "getTimeline", "listEvents", "exportEvents", "getHistogram", "streamEvents", "getEvent", "listRelated",
                "listRevisions", "getStats", "listProjects", "listTags");
        of(Right.READ, "listConnectors", "listConnectorMetadata", "getConnectorMetadata", "listIntegrations",
                "getIntegration", "listTrackedRepositories", "getSync", "getSyncStatus", "listSyncStatus", "getBackfill",
                "getCoverage", "getIntegrationCoverage", "listTasks", "getRateLimits", "getRateLimitHistory",
                "getRateLimitHealth", "getSystem", "getRetention");
        of(Right.READ, "getDeliveryMetrics", "listDeliveryServices", "exportDeliveryMetrics");
        of(Right.READ, "listPeople", "getPerson", "listEventPeople", "listUnknownAuthors", "getPeopleReading");
        of(Right.CONFIGURE, "patchPerson", "mergePerson", "separateAccount", "putAuthor", "deleteAuthor", "requestPeople");
        of(Right.READ, "listTeams", "getTeam", "listViews", "getView", "getFieldVisibility");
        of(Right.WRITE, "postEvent", "postEventBatch", "createView", "putView", "patchView", "deleteView");
        of(Right.CONFIGURE, "createIntegration", "putIntegration", "patchIntegration", "deleteIntegration", "testConnection",
                "testIntegration", "discoverRepositories", "listRepositories", "selectRepositories", "putRepositories",
                "unselectRepository", "requestSync", "requestBackfill", "cancelBackfill", "cancelTask",
                "putRetention", "putFieldVisibility");
        of(Right.CONFIGURE, "startConnect", "getConnect", "pollConnect", "getCredential", "disconnectIntegration",
                "startTeamConnect", "showTeamForm", "completeTeamConnect", "disconnectTeam", "listTeamRepositories",
                "selectTeamRepositories", "unselectTeamRepository", "requestTeamSync");
        of(Right.READ, "listTeamIntegrations", "getTeamSync");
        of(Right.CONFIGURE, "createTeam", "putTeam", "patchTeam", "deleteTeam");
        of(Right.CONFIGURE, "proxyGet", "proxyPost", "proxyPut", "proxyPatch", "proxyDelete");
        of(Right.CONFIGURE, "createWebhookConfig", "deleteWebhookConfig", "getWebhookConfig", "listWebhookConfigs",
                "patchWebhookConfig", "registerWebhook", "unregisterWebhook", "pingWebhook", "compareWebhook",
                "getWebhookEvent", "listWebhookEvents", "replayWebhookEvent", "replayWebhookEvents",
                "rehearseWebhookEvents");
        of(Right.CONFIGURE, "listSubscriptions", "getSubscription", "createSubscription", "patchSubscription",
                "deleteSubscription", "listOutgoingMessages", "getOutgoingMessage", "replayOutgoingMessage",
                "replayOutgoingMessages");
        of(Right.KEYS, "listKeys", "createKey", "revokeKey");
        of(Right.TENANTS, "listTenants", "createTenant", "suspendTenant", "resumeTenant", "exportTenant", "eraseTenant");
        of(Right.MEMBERS, "listMembers", "patchMember", "removeMember", "endMemberSessions", "listInvitations",
                "createInvitation", "revokeInvitation");
        of(Right.AUDIT, "listAudit", "exportAudit");
        of(Right.CONNECT, "registerConnector", "leaveWork", "leaseTasks", "reportTaskProgress", "releaseTask",
                "reportTaskResult", "listCheckpoints", "reportSync", "trackRateLimits", "listRejected", "setAside",
                "keepPolledPage",
                "retryRejected");
    }

    /** What connectors call beside what is theirs alone. */
    private static final Set<String> OF_CONNECTORS_TOO = Set.of("listIntegrations", "getIntegration", "postEventBatch");

    private Operations() {
    }

    private static void of(Right right, String... operations) {
        for (var operation : operations) {
            RIGHTS.put(operation, right);
        }
    }

    public static Optional<Right> right(String operation) {
        return Optional.ofNullable(RIGHTS.get(operation));
    }

    static boolean isPublic(String operation) {
        return RIGHTS.get(operation) == Right.NONE;
    }

    static boolean isAnybodys(String operation) {
        return RIGHTS.get(operation) == Right.ANY;
    }

    public static boolean allows(Role role, String operation) {
        return right(operation).filter(role::may).isPresent()
                || role.may(Right.CONNECT) && OF_CONNECTORS_TOO.contains(operation);
    }
}
