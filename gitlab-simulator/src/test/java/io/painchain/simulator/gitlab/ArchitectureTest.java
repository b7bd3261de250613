package io.painchain.simulator.gitlab;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.painchain.simulator.gitlab.PackageSize.belongToAPackageOfAtMost;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = GitLabSimulator.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.painchain.simulator.gitlab.";

    @ArchTest
    static final ArchRule theWorldKnowsNeitherHttpNorJson = classes().that().resideInAPackage(ROOT + "world..").should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "world..", "io.painchain.simulator.world.change", "java.lang..",
                    "java.time..", "java.util..", "java.security..", "java.nio.charset.."))
            .because("tests and every front door script and read the same plain world");

    @ArchTest
    static final ArchRule renderersOnlyReadTheWorld = classes().that().resideInAPackage(ROOT + "render").should()
            .onlyDependOnClassesThat(
                    resideInAnyPackage(ROOT + "render", ROOT + "world..", "java..", "com.fasterxml.jackson.."))
            .because("the JSON of a thing must not depend on who asks for it, and how");

    @ArchTest
    static final ArchRule truthKnowsOnlyTheWorld = classes().that().resideInAPackage(ROOT + "truth").should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "truth", ROOT + "world..", "java.."))
            .because("what a collector is measured by must not share the API's mistakes");

    @ArchTest
    static final ArchRule nothingOfOursIsUsed = noClasses().should()
            .dependOnClassesThat(resideInAnyPackage("io.painchain.model..", "io.painchain.backend..",
                    "io.painchain.connector..", "io.painchain.gitlab..", "io.quarkus.."))
            .because("what stands in for GitLab must not share its client's mistakes");

    @ArchTest
    static final ArchRule packagesFormNoCycles = slices().matching("io.painchain.simulator.gitlab.(**)").should()
            .beFreeOfCycles().because("each part can be understood without the ones that use it");

    @ArchTest
    static final ArchRule packagesAreSmall = classes().should(belongToAPackageOfAtMost(20))
            .because("a stranger finds a thing by listing folders");

    @ArchTest
    static final ArchRule theStartHoldsNothingElse = classes().that()
            .resideInAPackage("io.painchain.simulator.gitlab").should(belongToAPackageOfAtMost(4))
            .because("listing a module's packages is its feature list");

    @ArchTest
    static final ArchRule onlyMainReadsTheSystemClock = noClasses().that().doNotBelongToAnyOf(Main.class).should()
            .callMethod(Clock.class, "systemUTC").orShould().callMethod(Instant.class, "now").orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock of simulator, connector and backend together");
}
