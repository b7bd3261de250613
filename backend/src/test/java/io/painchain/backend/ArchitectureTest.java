package io.painchain.backend;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import io.painchain.backend.database.AllTenants;
import io.painchain.backend.database.Statements;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.scheduler.Scheduled;

@AnalyzeClasses(packages = "io.painchain.backend", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    private static final int MOST_CLASSES = 20;
    private static final int MOST_LINES = 250;
    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java");

    @ArchTest
    static final ArchRule packagesHaveNoCycles = slices().matching("io.painchain.(**)")
            .should().beFreeOfCycles()
            .because("a feature that can be read, tested and removed by itself depends one way only");

    @ArchTest
    static void packagesAreSmall(JavaClasses classes) {
        var sizes = classes.stream().filter(ArchitectureTest::isOwnFile)
                .collect(Collectors.groupingBy(JavaClass::getPackageName, TreeMap::new, Collectors.counting()));
        sizes.values().removeIf(size -> size <= MOST_CLASSES);
        assertThat(sizes).as("packages of more than " + MOST_CLASSES + " classes, whose list nobody reads").isEmpty();
    }

    @ArchTest
    static void everyPackageSaysWhatItIsFor(JavaClasses classes) {
        var packages = classes.stream().filter(ArchitectureTest::isOwnFile).map(JavaClass::getPackageName)
                .collect(Collectors.toCollection(TreeSet::new));
        packages.removeIf(name -> Files.exists(SOURCES.resolve(name.replace('.', '/')).resolve("package-info.java")));
        assertThat(packages).as("packages without package-info.java").isEmpty();
    }

    @ArchTest
    static void classesAreShortEnoughToBeReadAtOnce(JavaClasses classes) throws IOException {
        try (var files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))).isNotEmpty().allSatisfy(
                    file -> assertThat(Files.readAllLines(file)).as("%s", file).hasSizeLessThanOrEqualTo(MOST_LINES));
        }
    }

    @ArchTest
    static final ArchRule nothingDependsOnTheStart = noClasses().that().resideOutsideOfPackage("..backend.startup..")
            .should().dependOnClassesThat().resideInAnyPackage("io.painchain.backend", "..backend.startup..")
            .because("the start knows what it starts, and nothing knows the start");

    @ArchTest
    static final ArchRule tenantKnowsNoFeature = noClasses().that().resideInAPackage("..backend.tenant..")
            .should().dependOnClassesThat(resideInAnyPackage("..backend.event..", "..backend.timeline..",
                    "..backend.integration..", "..backend.connector..", "..backend.webhook.."))
            .because("every feature rests on the tenant, so the tenant rests on none");

    @ArchTest
    static final ArchRule nothingDependsOnTheTimeline = noClasses().that().resideOutsideOfPackage("..backend.timeline..")
            .should().dependOnClassesThat().resideInAPackage("..backend.timeline..")
            .because("the timeline only reads; what another feature needs of it belongs to that feature");

    @ArchTest
    static final ArchRule onlyRepositoriesSpeakToTheDatabase = noClasses().that().haveSimpleNameNotEndingWith("Repository")
            .and().resideOutsideOfPackages("..backend.postgres..", "..backend.backup..", "..backend.startup..",
                    "..backend.database..")
            .should().dependOnClassesThat(assignableTo(Statements.class).or(assignableTo(PanacheRepositoryBase.class)
                    .and(DescribedPredicate.not(resideInAnyPackage("io.painchain.backend..")))))
            .because("the tenant is bound by hand in every statement, so all statements must be easy to find");

    @ArchTest
    static final ArchRule thereIsNoThirdWayToTheDatabase = noClasses()
            .that().resideOutsideOfPackages("..backend.postgres..", "..backend.backup..", "..backend.startup..",
                    "..backend.database..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql..", "io.agroal..", "org.hibernate.query..")
                    .or(assignableTo(jakarta.persistence.EntityManager.class))
                    .or(assignableTo(jakarta.persistence.Query.class)))
            .because("entities go through Panache and sets of rows through Statements; a third way is a third thing to learn");

    @ArchTest
    static final ArchRule aRepositoryGoesOneWay = noClasses().that().areAssignableTo(PanacheRepositoryBase.class)
            .should().dependOnClassesThat().areAssignableTo(Statements.class)
            .because("what a statement writes, an entity in memory does not know");

    @ArchTest
    static final ArchRule whatRunsByItselfSaysWhoseRowsItWorksOn = methods().that().areAnnotatedWith(Scheduled.class)
            .and().areDeclaredInClassesThat().resideOutsideOfPackage("..backend.security..") // in memory
            .and().areDeclaredInClassesThat().doNotHaveSimpleName("BodyPartitions") // as the owner, which it says itself
            .should().beAnnotatedWith(AllTenants.class).andShould().notBePrivate()
            .because("outside of a request nobody else says which rows the database is to show, and it refuses then");

    @ArchTest
    static final ArchRule resourcesShowNoEntities = methods().that().areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Resource").and().areNotPrivate()
            .should(neitherTakeNorReturnEntities())
            .because("a column must not become a part of the API, nor a field of a request a column, by accident");

    @ArchTest
    static final ArchRule onlyResourcesHavePaths = classes().that().areAnnotatedWith(Path.class)
            .should().haveSimpleNameEndingWith("Resource")
            .because("the suffix tells the truth");

    @ArchTest
    static final ArchRule everyEndpointDeclaresWhoMayCallIt = methods()
            .that(DescribedPredicate.describe("are endpoints", method -> method.isMetaAnnotatedWith(HttpMethod.class)))
            .should(have(describedAs("a declared caller", ArchitectureTest::declaresItsCaller)))
            .because("what nobody thought about must not be open to everybody");

    @ArchTest
    static final ArchRule onlyTheClockProducerAsksForTheTime = noClasses()
            .that().resideOutsideOfPackages("..backend.time..", "..backend.startup..", "..backend.postgres..")
            .should().callMethodWhere(asksTheMachineForTheTime())
            .because("tests set the time by the Clock bean");

    @ArchTest
    static final ArchRule beansAreWiredByConstructor = noFields().should().beAnnotatedWith(Inject.class)
            .because("what a class needs is seen in one place, and a test can pass it");

    @ArchTest
    static final ArchRule onlySecurityKnowsTheKeys = noClasses().that().resideOutsideOfPackage("..backend.security..")
            .should().dependOnClassesThat().resideInAPackage("com.google.crypto..")
            .because("key material passes through one package only");

    @ArchTest
    static final ArchRule usersAddressesAreReachedThroughOutbound = noClasses()
            .that().resideOutsideOfPackages("..backend.startup..")
            .should().callMethod(java.net.http.HttpClient.class, "newHttpClient")
            .orShould().callMethod(java.net.http.HttpClient.class, "newBuilder")
            .orShould().callMethod(java.net.URL.class, "openConnection")
            .orShould().callConstructor(java.net.Socket.class)
            .orShould().dependOnClassesThat(resideInAnyPackage("io.vertx.core.http..", "io.vertx.ext.web.client..")
                    .and(com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameContaining("Client"))
                    .and(DescribedPredicate.not(com.tngtech.archunit.core.domain.JavaClass.Predicates
                            .simpleName("ClientAuth")))) // what a server demands
            .because("Outbound checks where a connection leads; a client of its own would not (io.painchain.outbound)");

    @ArchTest
    static final ArchRule knowsNoProvider = noClasses()
            .should().haveNameMatching("(?i).*(git_?hub|git_?lab|kubernetes|pull_?request).*")
            .because("all knowledge of a provider lives in its connector");

    @ArchTest
    static final ArchRule namesSayWhatAClassDoes = noClasses()
            .should().haveNameMatching(".*(Impl|Helper|Utils?|Manager)|.*\\.Base[A-Z].*")
            .because("such a name says nothing and gathers everything");

    @ArchTest
    static final ArchRule mappersArePure = classes().that().haveSimpleNameEndingWith("Mapper")
            .and().resideInAPackage("io.painchain..").and().areTopLevelClasses()
            .should(have(describedAs("static methods only", ArchitectureTest::isStatic)))
            .allowEmptyShould(true)
            .because("a mapping that needs nothing but its argument can be read and tested as a table");

    /** A source file's class: no nested one, and no package-info. */
    private static boolean isOwnFile(JavaClass type) {
        return type.isTopLevelClass() && !type.getSimpleName().equals("package-info");
    }

    private static ArchCondition<JavaMethod> neitherTakeNorReturnEntities() {
        return new ArchCondition<>("neither take nor return entities") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                        .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                        .filter(annotatedWith(Entity.class).or(metaAnnotatedWith(Entity.class)))
                        .forEach(entity -> events.add(SimpleConditionEvent.violated(method,
                                method.getFullName() + " shows the entity " + entity.getName())));
            }
        };
    }

    private static boolean declaresItsCaller(JavaMethod method) {
        return Stream.of(PermitAll.class, RolesAllowed.class, DenyAll.class)
                .anyMatch(declared -> method.isAnnotatedWith(declared) || method.getOwner().isAnnotatedWith(declared));
    }

    private static boolean isStatic(JavaClass mapper) {
        return mapper.getMethods().stream().filter(method -> !method.getModifiers().contains(
                JavaModifier.SYNTHETIC))
                .allMatch(method -> method.getModifiers().contains(JavaModifier.STATIC));
    }

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        var types = Stream.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class)
                .map(Class::getName).toList();
        return DescribedPredicate.describe("asks the machine for the time", call -> {
            var owner = call.getTargetOwner().getName();
            var name = call.getTarget().getName();
            return types.contains(owner) && name.equals("now") && call.getTarget().getRawParameterTypes().isEmpty()
                    || owner.equals(Clock.class.getName()) && name.startsWith("system")
                    || owner.equals(System.class.getName()) && name.equals("currentTimeMillis");
        });
    }

    private static <T> DescribedPredicate<T> describedAs(String description, Predicate<T> predicate) {
        return DescribedPredicate.describe(description, predicate);
    }
}
