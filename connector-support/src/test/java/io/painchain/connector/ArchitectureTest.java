package io.painchain.connector;

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

@AnalyzeClasses(packages = "io.painchain.connector", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule TURNS_PAGES_IN_ONE_PLACE = noClasses().that().resideOutsideOfPackage("io.painchain.connector.list..")
            .should().callMethod(Page.class, "next").because("a list that is cut has to say so, which PageTurns sees to");

    @ArchTest
    static final ArchRule KNOWS_NO_CONNECTOR = classes().should().onlyDependOnClassesThat(
            resideOutsideOfPackage("io.painchain..")
                    .or(resideInAnyPackage("io.painchain.connector..", "io.painchain.outbound..", "io.painchain.model..")))
            .because("connectors are made of this, not this of them");

    @ArchTest
    static final ArchRule ASKS_THE_BACKEND_IN_ONE_PLACE = noClasses().that()
            .resideOutsideOfPackage("io.painchain.connector.backend..").should().dependOnClassesThat()
            .resideInAPackage("io.painchain.connector.backend.api..")
            .because("deadlines and what a refusal means are the same for every resource");

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("io.painchain.(**)").should().beFreeOfCycles()
            .because("a package that needs its user cannot be understood alone");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses().that().resideOutsideOfPackage("io.painchain.connector.time..").should()
            .callMethod(Instant.class, "now").orShould().callMethod(Clock.class, "systemUTC").orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("time is a parameter: tests move it, and intervals are decided by one clock");

    @ArchTest
    static final ArchRule NO_THREAD_SLEEP = noClasses().should().callMethod(Thread.class, "sleep", long.class)
            .because("a wait is scheduled, not slept away");

    @ArchTest
    static final ArchRule NO_STANDARD_STREAMS = noClasses().should().accessField(System.class, "out").orShould()
            .accessField(System.class, "err").because("what is said goes to the log");
}
