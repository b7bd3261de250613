package io.painchain.sender;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import java.time.Clock;
import java.time.Instant;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.painchain.sender", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MAPPING_IS_PURE = noClasses().that().resideInAPackage("..mapping..").should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "java.util.concurrent..", "io.painchain.connector.backend..")
            .because("a mapper neither asks nor waits");

    @ArchTest
    static final ArchRule STANDS_ALONE = classes().should().onlyDependOnClassesThat(resideOutsideOfPackage("io.painchain..")
            .or(resideInAnyPackage("io.painchain.sender..", "io.painchain.connector..", "io.painchain.model..")))
            .because("a connector sees neither the backend nor another connector");

    @ArchTest
    static final ArchRule ONE_CLOCK = noClasses().should().callMethod(Instant.class, "now").orShould()
            .callMethod(Clock.class, "systemUTC").orShould().callMethod(System.class, "currentTimeMillis")
            .because("time is a parameter");
}
