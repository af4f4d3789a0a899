package dev.ectype.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.Source;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells from where a class was loaded which module of the build it belongs to. */
final class Modules {
    static final String TYPES = "types";
    static final String CHANGESET = "changeset";
    static final String CORE = "mapping-core";
    static final String MONGO = "adapter-mongo";
    static final String LDAP = "adapter-ldap";
    static final String DYNAMO = "adapter-dynamo";
    static final List<String> STORELESS = List.of(TYPES, CHANGESET);
    static final List<String> ADAPTERS = List.of("adapter-inmemory", MONGO, LDAP, DYNAMO);

    /** A jar of ours, in a target folder or a repository, or else a folder of classes. */
    private static final Pattern JAR = Pattern.compile("/ectype-([a-z-]+)-\\d[^/]*\\.jar");

    private static final Pattern FOLDER = Pattern.compile("/([a-z-]+)/target/classes/");
    private static final String ELSEWHERE = "";

    private Modules() {}

    static String moduleOf(JavaClass type) {
        return type.getSource().map(Source::getUri).map(Object::toString).stream()
                .flatMap(uri -> List.of(JAR.matcher(uri), FOLDER.matcher(uri)).stream())
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElse(ELSEWHERE);
    }

    static DescribedPredicate<JavaClass> in(String... modules) {
        return in(List.of(modules));
    }

    static DescribedPredicate<JavaClass> in(List<String> modules) {
        var names = Set.copyOf(modules);
        return DescribedPredicate.describe(
                "in " + String.join(" or ", modules), type -> names.contains(moduleOf(type.getBaseComponentType())));
    }
}
