package io.painchain.simulator.kubernetes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.painchain.simulator.kubernetes.PackageSize.belongToAPackageOfAtMost;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = KubernetesSimulator.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.painchain.simulator.kubernetes.";

    @ArchTest
    static final ArchRule theStoreKnowsNoHttp = classes().that().resideInAPackage(ROOT + "store").should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "store", "java..", "com.fasterxml.jackson.."))
            .because("tests and every front door script and read the same objects");

    @ArchTest
    static final ArchRule nothingOfOursIsUsed = noClasses().should()
            .dependOnClassesThat(resideInAnyPackage("io.painchain.model..", "io.painchain.backend..",
                    "io.painchain.connector..", "io.painchain.kubernetes..", "io.quarkus.."))
            .because("what stands in for a cluster must not share its client's mistakes");

    @ArchTest
    static final ArchRule packagesFormNoCycles = slices().matching("io.painchain.simulator.kubernetes.(**)").should()
            .beFreeOfCycles().because("each part can be understood without the ones that use it");

    @ArchTest
    static final ArchRule packagesAreSmall = classes().should(belongToAPackageOfAtMost(20))
            .because("a stranger finds a thing by listing folders");

    @ArchTest
    static final ArchRule theStartHoldsNothingElse = classes().that()
            .resideInAPackage("io.painchain.simulator.kubernetes").should(belongToAPackageOfAtMost(5))
            .because("listing a module's packages is its feature list");

    @ArchTest
    static final ArchRule onlyMainReadsTheSystemClock = noClasses().that().doNotBelongToAnyOf(Main.class).should()
            .callMethod(Clock.class, "systemUTC").orShould().callMethod(Instant.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock of simulator, connector and backend together");
}
