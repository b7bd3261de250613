package io.painchain.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.painchain.simulator.PackageSize.belongToAPackageOfAtMost;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = GitHubSimulator.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String ROOT = "io.painchain.simulator.";

    @ArchTest
    static final ArchRule theWorldKnowsNeitherHttpNorJson = classes().that().resideInAPackage(ROOT + "world..")
            .should().onlyDependOnClassesThat(resideInAnyPackage(ROOT + "world..", "java.lang..", "java.time..",
                    "java.util..", "java.security..", "java.nio.charset.."))
            .because("tests and further front doors (webhooks, GraphQL) script and read the same plain world");

    @ArchTest
    static final ArchRule accountsAndChangesKnowNobody = classes().that()
            .resideInAnyPackage(ROOT + "world.account", ROOT + "world.change").should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "world.account", ROOT + "world.change", "java.."))
            .because("every part of a repository is built on them");

    @ArchTest
    static final ArchRule renderersOnlyReadTheWorld = classes().that().resideInAPackage(ROOT + "render..").should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "render..", ROOT + "world..", "java..",
                    "com.fasterxml.jackson.."))
            .because("the JSON of a thing must not depend on who asks for it, and how");

    @ArchTest
    static final ArchRule theServerKnowsNoGitHub = classes().that().resideInAPackage(ROOT + "http").should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "http", "java..", "javax.net.."))
            .because("the wire, with its cut and reset answers, is one thing and the API another");

    @ArchTest
    static final ArchRule nothingOfOursIsUsed = noClasses().should().dependOnClassesThat(
            resideInAnyPackage("io.painchain.model..", "io.painchain.backend..", "io.painchain.github..", "io.quarkus.."))
            .because("what stands in for GitHub must not share its client's mistakes");

    @ArchTest
    static final ArchRule packagesFormNoCycles = slices().assignedFrom(new PackageSlices(ROOT + "world")).should()
            .beFreeOfCycles()
            .because("each part can be understood without the ones that use it, and nothing needs the start");

    @ArchTest
    static final ArchRule packagesAreSmall = classes().should(belongToAPackageOfAtMost(20))
            .because("a stranger finds a thing by listing folders");

    @ArchTest
    static final ArchRule theStartHoldsNothingElse = classes().that().resideInAPackage("io.painchain.simulator")
            .should(belongToAPackageOfAtMost(4)).because("listing a module's packages is its feature list");

    @ArchTest
    static final ArchRule onlyMainReadsTheSystemClock = noClasses().that().doNotBelongToAnyOf(Main.class).should()
            .callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone").orShould()
            .callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock of simulator, connector and backend together");
}
