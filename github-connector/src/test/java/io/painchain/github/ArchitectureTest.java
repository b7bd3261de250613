package io.painchain.github;

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

import io.painchain.connector.list.Page;

@AnalyzeClasses(packages = "io.painchain.github", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule TURNS_PAGES_IN_ONE_PLACE = noClasses().that().resideOutsideOfPackage("io.painchain.connector.list..")
            .should().callMethod(Page.class, "next").because("a list that is cut has to say so, which PageTurns sees to");

    @ArchTest
    static final ArchRule MAPPING_IS_PURE = classes().that().resideInAPackage("..mapping..").should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.painchain.github.mapping..", "io.painchain.github.api..", "io.painchain.connector.draft..",
                    "io.painchain.model..", "java..")
            .because("a mapper is a pure function from GitHub's records to the contract's, the same for a poll and a webhook");

    @ArchTest
    static final ArchRule MAPPING_DOES_NO_IO = noClasses().that().resideInAPackage("..mapping..").should()
            .dependOnClassesThat().resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.util.concurrent..")
            .because("mapping neither asks nor waits");

    @ArchTest
    static final ArchRule GITHUB_DOES_NOT_KNOW_OUR_MODEL = noClasses().that().resideInAPackage("io.painchain.github.api..")
            .should().dependOnClassesThat()
            .resideInAnyPackage("io.painchain.model..", "..mapping..", "io.painchain.connector.backend..", "..repository..")
            .because("what is known of GitHub must not bend to what we make of it");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.painchain.(**)").should().beFreeOfCycles()
            .because("a package that needs its user cannot be understood alone");

    @ArchTest
    static final ArchRule NOTHING_NEEDS_THE_START = noClasses().that().resideOutsideOfPackage("io.painchain.github").should()
            .dependOnClassesThat().resideInAPackage("io.painchain.github")
            .because("the root only puts the parts together");

    @ArchTest
    static final ArchRule STANDS_ALONE = classes().should().onlyDependOnClassesThat(resideOutsideOfPackage("io.painchain..")
            .or(resideInAnyPackage("io.painchain.github..", "io.painchain.connector..", "io.painchain.outbound..",
                    "io.painchain.model..")))
            .because("a connector sees neither the backend nor another connector");

    @ArchTest
    static final ArchRule KINDS_ARE_KNOWN_TO_ONE_LIST = noClasses().that()
            .resideOutsideOfPackages("io.painchain.github.change..").should().dependOnClassesThat()
            .resideInAPackage("io.painchain.github.change.*")
            .because("adding a kind touches its folder, its mapper and the list");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses().that().resideInAPackage("io.painchain.github..").should()
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
