package io.painchain.backend.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

import io.painchain.backend.audit.NotAudited;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Goes through every operation of the API's document that changes something. */
@QuarkusTest
@TestProfile(KeysMode.class)
class AuditedOperationsTest {

    private static final String NO_ID = "018f0000-0000-7000-8000-000000000000";

    private final SoftAssertions faults = new SoftAssertions();

    @Test
    void everyChangeThatSucceedsIsInTheAuditLog() {
        // Given
        var a = new TenantWithEverything();
        var succeeded = new HashSet<String>();

        // When, Then: what deletes comes last
        changing().stream().sorted(java.util.Comparator.comparing(operation -> operation.method().equals("DELETE")))
                .forEach(operation -> {
                    var answer = operation.call(a.as(), a.ids.getOrDefault(operation.collection(), NO_ID), "");
                    if (answer.statusCode() < 400) {
                        succeeded.add(operation.id());
                        faults.assertThat(a.as().get("/api/audit?limit=1").jsonPath().getList("action")).as("%s", operation)
                                .containsExactly(operation.id());
                    }
                });
        faults.assertAll();
        assertThat(succeeded).as("what the test reaches").hasSizeGreaterThan(14).contains("patchIntegration", "deleteTeam",
                "revokeKey", "cancelTask", "requestSync");
    }

    @Test
    void whatIsLeftOutExistsAndIsWhatWasDecided() {
        assertThat(NotAudited.operations()).allSatisfy(operation -> assertThat(Operations.right(operation)).isPresent());
        assertThat(NotAudited.operations()).containsExactlyInAnyOrder("postEvent", "postEventBatch", "receiveWebhook",
                "receiveWebhookOfIntegration", "receivePlainWebhook", "leaseTasks", "reportTaskProgress", "releaseTask",
                "reportTaskResult", "reportSync", "trackRateLimits", "setAside", "keepPolledPage", "retryRejected", "leaveWork",
                "signOut", "rehearseWebhookEvents", "pollConnect");
    }

    private static List<ApiOperation> changing() {
        return ApiOperation.all().stream().filter(operation -> operation.changes() && !operation.isPublic()
                && !NotAudited.operations().contains(operation.id())).toList();
    }
}
