package io.painchain.backend.access;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;

import jakarta.ws.rs.HttpMethod;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.conditions.ArchConditions;

import io.painchain.backend.security.Right;
import io.painchain.backend.security.Role;
import io.painchain.backend.tenant.CurrentTenant;

@AnalyzeClasses(packages = "io.painchain.backend", importOptions = DoNotIncludeTests.class)
class OperationsTest {

    private static final Set<String> OPEN_TO_ALL = Set.of("signIn", "signOut", "getWaysToSignIn", "beginSignIn",
            "completeSignIn",
            "endSessionsByProvider", "receiveWebhook",
            "receiveWebhookOfIntegration", "receivePlainWebhook");

    @ArchTest
    static final ArchRule everyResourceMethodHasItsRight = methods()
            .that(DescribedPredicate.describe("are endpoints", method -> method.isMetaAnnotatedWith(HttpMethod.class)))
            .should(haveARight())
            .because("an operation that nobody thought about is refused to everybody where keys are asked for");

    @ArchTest
    static final ArchRule onlyTheFilterChangesTheTenant = com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses()
            .that().resideOutsideOfPackage("..backend.access..")
            .should(ArchConditions.callMethod(CurrentTenant.class, "become", String.class))
            .because("whose request it is, is decided in one place");

    private static ArchCondition<JavaMethod> haveARight() {
        return new ArchCondition<>("have a right in Operations") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                var operation = method.tryGetAnnotationOfType(Operation.class).map(Operation::operationId).orElse("");
                var right = Operations.right(operation);
                if (right.isEmpty() || right.get() == Right.NONE && !OPEN_TO_ALL.contains(operation)) {
                    events.add(SimpleConditionEvent.violated(method,
                            method.getFullName() + ": operation '" + operation + "' has no right, or is open to all"));
                }
            }
        };
    }

    @ParameterizedTest
    @CsvSource({ "owner, createKey, true", "admin, deleteIntegration, true", "member, postEvent, true",
            "member, deleteIntegration, false", "member, listKeys, false", "viewer, listEvents, true",
            "viewer, postEvent, false", "viewer, deleteView, false", "connector, leaseTasks, true",
            "connector, postEventBatch, true", "connector, listEvents, false", "connector, deleteIntegration, false",
            "operator, createKey, true", "operator, createInvitation, true", "admin, removeMember, true",
            "member, listMembers, false", "guest, acceptInvitation, true", "guest, listEvents, false",
            "operator, listEvents, false", "owner, leaseTasks, false", "owner, unheardOf, false" })
    void allowsARoleItsOperations(String role, String operation, boolean allowed) {
        assertThat(Operations.allows(Role.of(role).orElseThrow(), operation)).isEqualTo(allowed);
    }
}
