package io.painchain.simulator;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = SupportArchitectureTest.class, importOptions = ImportOption.DoNotIncludeTests.class)
class SupportArchitectureTest {

    private static final String ROOT = "io.painchain.simulator.";

    @ArchTest
    static final ArchRule onlyJsonIsUsed = classes().should().onlyDependOnClassesThat(
            resideInAnyPackage("io.painchain.simulator..", "java..", "javax.net..", "com.fasterxml.jackson.."))
            .because("what every simulator is made of knows no provider and nothing of ours");

    @ArchTest
    static final ArchRule theServerKnowsNothingElse = classes().that().resideInAPackage(ROOT + "http").should()
            .onlyDependOnClassesThat(resideInAnyPackage(ROOT + "http", "java..", "javax.net.."))
            .because("the wire, with its cut and reset answers, is one thing and the API another");

    @ArchTest
    static final ArchRule packagesFormNoCycles = slices().matching("io.painchain.simulator.(**)").should()
            .beFreeOfCycles().because("each part can be understood without the ones that use it");

    @ArchTest
    static final ArchRule nobodyReadsTheSystemClock = noClasses().should().callMethod(Clock.class, "systemUTC").orShould()
            .callMethod(Instant.class, "now").orShould().callMethod(System.class, "currentTimeMillis")
            .because("tests move the clock of simulator, connector and backend together");
}
