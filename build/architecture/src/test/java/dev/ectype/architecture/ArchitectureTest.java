package dev.ectype.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.ectype.architecture.Modules.ADAPTERS;
import static dev.ectype.architecture.Modules.CORE;
import static dev.ectype.architecture.Modules.DYNAMO;
import static dev.ectype.architecture.Modules.LDAP;
import static dev.ectype.architecture.Modules.MONGO;
import static dev.ectype.architecture.Modules.STORELESS;
import static dev.ectype.architecture.Modules.in;
import static dev.ectype.architecture.Modules.moduleOf;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.function.BiPredicate;

/** Who may use whom. Each rule says why in its reason, which is what a failing build prints. */
@AnalyzeClasses(packages = "dev.ectype", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String JOOQ = "org.jooq..";

    @ArchTest
    static final ArchRule storelessModulesAndAdaptersDoNotKnowJooq = noClasses()
            .that(in(STORELESS).or(in(ADAPTERS)))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JOOQ)
            .because("jOOQ's DSL stops in the core: adapters see the query IR only");

    @ArchTest
    static final ArchRule onlyTheQueryFrontOfTheCoreKnowsJooq = noClasses()
            .that(in(CORE))
            .and(DescribedPredicate.not(queryFront()))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JOOQ)
            .because("one translator reads jOOQ's model, Column is its token, and queries, associations and updates of"
                    + " elements take its conditions");

    @ArchTest
    static final ArchRule theIrItsEvaluatorAndTheSpiDoNotKnowJooq = noClasses()
            .that()
            .resideInAnyPackage("dev.ectype.spi..", "dev.ectype.query.ir..", "dev.ectype.query.eval..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(JOOQ)
            .because("an adapter that never heard of jOOQ must be able to use them");

    @ArchTest
    static final ArchRule adaptersKnowNeitherChangesetsNorTheRepo = noClasses()
            .that(in(ADAPTERS))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.ectype.changeset..", "dev.ectype.repo..")
            .because("casting, validation and loading are the core's; an adapter gets typed values");

    @ArchTest
    static final ArchRule adaptersDoNotKnowOneAnother = classes()
            .that(in(ADAPTERS))
            .should(notUse(
                    "another adapter", (user, used) -> ADAPTERS.contains(moduleOf(used)) && crosses(user, used)));

    @ArchTest
    static final ArchRule mongoDriverStaysInItsAdapter = driverStaysIn(MONGO, "com.mongodb..", "org.bson..");

    @ArchTest
    static final ArchRule ldapDriverStaysInItsAdapter = driverStaysIn(LDAP, "com.unboundid..");

    @ArchTest
    static final ArchRule dynamoDriverStaysInItsAdapter = driverStaysIn(DYNAMO, "software.amazon..");

    @ArchTest
    static final ArchRule internalPackagesStayInTheirModule = classes()
            .should(notUse(
                    "an internal package of another module",
                    (user, used) -> resideInAPackage("dev.ectype..internal..").test(used) && crosses(user, used)));

    @ArchTest
    static final ArchRule packagesFormNoCycles = SlicesRuleDefinition.slices()
            .assignedFrom(packages())
            .should()
            .beFreeOfCycles()
            .because("a package is one idea, and an idea that needs its own consequence is two");

    @ArchTest
    static final ArchRule storelessModulesDoNoInputOrOutput = noClasses()
            .that(in(STORELESS))
            .and(DescribedPredicate.not(messageReader()))
            .should()
            .dependOnClassesThat(inputOrOutput())
            .because("a value is cast and validated without touching a file or a network; texts are resource bundles");

    private static DescribedPredicate<JavaClass> messageReader() {
        return DescribedPredicate.describe(
                "what reads the messages from the class path",
                type -> type.getName().equals("dev.ectype.changeset.message.BuiltIn"));
    }

    private static DescribedPredicate<JavaClass> queryFront() {
        return DescribedPredicate.describe("the query front", type -> {
            var name = type.getName();
            return name.equals("dev.ectype.schema.DataTypes")
                    || name.equals("dev.ectype.schema.Column")
                    || name.startsWith("dev.ectype.schema.Column$")
                    || name.equals("dev.ectype.schema.AssociationOptions")
                    || name.startsWith("dev.ectype.schema.JoinThrough")
                    || name.equals("dev.ectype.repo.write.Updates")
                    || resideInAnyPackage("dev.ectype.query", "dev.ectype.query.condition..", "dev.ectype.query.jooq..")
                            .test(type);
        });
    }

    private static ArchRule driverStaysIn(String module, String... packages) {
        return noClasses()
                .that(DescribedPredicate.not(in(module)))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages)
                .because("a driver is known to its adapter alone");
    }

    /** Streams, files, channels and sockets; the value types and interfaces of the same packages are harmless. */
    private static DescribedPredicate<JavaClass> inputOrOutput() {
        return DescribedPredicate.and(
                resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels.."),
                DescribedPredicate.not(DescribedPredicate.describe("a value", type -> switch (type.getName()) {
                    case "java.io.Serializable",
                            "java.io.Serial",
                            "java.io.IOException",
                            "java.io.UncheckedIOException",
                            "java.net.URI",
                            "java.net.URISyntaxException",
                            "java.net.IDN" -> true;
                    default -> false;
                })));
    }

    private static boolean crosses(JavaClass user, JavaClass used) {
        return !moduleOf(user).equals(moduleOf(used));
    }

    private static ArchCondition<JavaClass> notUse(String what, BiPredicate<JavaClass, JavaClass> use) {
        return new ArchCondition<>("not use " + what) {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                user.getDirectDependenciesFromSelf().stream()
                        .filter(found -> use.test(user, found.getTargetClass().getBaseComponentType()))
                        .forEach(found -> events.add(SimpleConditionEvent.violated(user, found.getDescription())));
            }
        };
    }

    private static SliceAssignment packages() {
        return new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass type) {
                return SliceIdentifier.of(type.getPackageName());
            }

            @Override
            public String getDescription() {
                return "packages";
            }
        };
    }
}
