package io.painchain.kubernetes;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.painchain.kubernetes", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MAPPING_IS_PURE = classes().that().resideInAPackage("..mapping..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.painchain.kubernetes.mapping..", "io.painchain.kubernetes.projection..",
                    "io.painchain.connector.draft..",
                    "io.painchain.model..", "java..")
            .because("a mapper is a pure function from what is kept of objects: any connector drafts the same");

    @ArchTest
    static final ArchRule MAPPING_DOES_NO_IO = noClasses().that().resideInAPackage("..mapping..").should()
            .dependOnClassesThat().resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..")
            .because("mapping neither asks nor waits");

    @ArchTest
    static final ArchRule KUBERNETES_DOES_NOT_KNOW_OUR_MODEL = noClasses().that()
            .resideInAPackage("io.painchain.kubernetes.api..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("io.painchain.model..", "..mapping..", "io.painchain.connector.backend..",
                    "..projection..")
            .because("what is known of Kubernetes must not bend to what we make of it");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.painchain.(**)").should().beFreeOfCycles()
            .because("a package that needs its user cannot be understood alone");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_THE_START = noClasses().that().resideOutsideOfPackage("io.painchain.kubernetes")
            .should()
            .dependOnClassesThat().resideInAPackage("io.painchain.kubernetes")
            .because("the root only puts the parts together");

    @ArchTest
    static final ArchRule STANDS_ALONE = classes().should().onlyDependOnClassesThat(resideOutsideOfPackage("io.painchain..")
            .or(resideInAnyPackage("io.painchain.kubernetes..", "io.painchain.connector..", "io.painchain.outbound..",
                    "io.painchain.model..")))
            .because("a connector sees neither the backend nor another connector");

    @ArchTest
    static final ArchRule KINDS_ARE_KNOWN_TO_ONE_LIST = noClasses().that()
            .resideOutsideOfPackages("io.painchain.kubernetes.change..").should().dependOnClassesThat()
            .resideInAPackage("io.painchain.kubernetes.change.*")
            .because("adding a kind touches its folder, its mapper and the list");

    @ArchTest
    static final ArchRule VALUES_END_IN_PROJECTIONS = noClasses().that()
            .resideInAnyPackage("io.painchain.kubernetes.mapping..", "io.painchain.kubernetes.inventory..",
                    "io.painchain.kubernetes.change.plain..", "io.painchain.kubernetes.change.rollout..")
            .should().dependOnClassesThat().resideInAPackage("com.fasterxml.jackson.databind..")
            .because("what makes drafts and checkpoints never holds an object as the cluster sends it, with its values");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses().that().resideInAPackage("io.painchain.kubernetes..").should()
            .callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC").orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is a parameter: tests move it, and cadences are decided by one clock");

    @ArchTest
    static final ArchRule NO_THREAD_SLEEP = noClasses().should().callMethod(Thread.class, "sleep", long.class)
            .because("a wait is scheduled, not slept away");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses().should().accessField(System.class, "out").orShould()
            .accessField(System.class, "err").because("what is said goes to the log");
}
