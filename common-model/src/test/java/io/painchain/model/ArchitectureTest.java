package io.painchain.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.painchain.model", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule holdsTheContractOnly = classes().should().onlyDependOnClassesThat()
            .resideInAnyPackage("io.painchain.model..", "java..", "jakarta.validation..", "com.fasterxml.jackson.annotation..",
                    "org.jetbrains.annotations..")
            .because("connectors written elsewhere use it without Quarkus, JPA or an HTTP client");

    @ArchTest
    static final ArchRule isImmutable = fields().should().beFinal()
            .because("what travels on the wire is a value");

    @ArchTest
    static final ArchRule hasNoCircles = slices().matching("io.painchain.model.(**)").should().beFreeOfCycles()
            .because("a subject is understood without the others");
}
