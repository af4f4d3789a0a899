package dev.ectype.tck.self;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.tck.AdapterContract;
import dev.ectype.tck.differential.DifferentialContract;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Holds the page of rules to the rules: each stands on it in its own words, and what the page refers to is there.
 * {@code -Dectype.rules=write} copies the words instead of comparing them.
 */
class ContractRulesTest {
    private static final Path PAGE = Path.of("../docs/contract-rules.md");
    private static final Pattern BLOCK = Pattern.compile("(?s)<!-- rules: ([^>]+) -->\n(.*?)<!-- /rules -->");
    private static final Pattern REFERENCE = Pattern.compile("`([A-Z]+[0-9]+)`");
    private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z][A-Za-z]+Test)`");
    private static final Pattern CASE = Pattern.compile("(?m)^\\| ([0-9]+) \\| .* \\| (.*) \\|$");

    /** Rules that no adapter can break, since the core alone decides on what they are about, and how. */
    private static final Map<String, String> OF_THE_CORE =
            Map.of("RR1", "a changeset that leaves records out is invalid, or raises, before a repo has it");

    private static Map<String, List<String>> rulesByTopic() {
        Map<String, List<String>> topics = new LinkedHashMap<>();
        Stream.of(AdapterContract.class.getDeclaredClasses())
                .forEach(topic ->
                        topics.put(topic.getAnnotation(DisplayName.class).value(), rulesOf(topic.getSuperclass())));
        topics.put("random queries", rulesOf(DifferentialContract.class));
        return topics;
    }

    /** Returns the rules that a mutant may mean. */
    private static List<String> rulesOf(Mutant mutant) {
        return rulesOf(contract(mutant.topic())).stream()
                .filter(mutant::isCaughtBy)
                .toList();
    }

    private static Class<?> contract(String topic) {
        return Stream.of(AdapterContract.class.getDeclaredClasses())
                .filter(each -> each.getSimpleName().equals(topic))
                .findFirst()
                .<Class<?>>map(Class::getSuperclass)
                .orElse(DifferentialContract.class);
    }

    private static List<String> rulesOf(Class<?> contract) {
        return Arrays.stream(contract.getDeclaredMethods())
                .flatMap(ContractRulesTest::rule)
                .sorted((left, right) -> sortable(left).compareTo(sortable(right)))
                .toList();
    }

    private static Stream<String> rule(Method method) {
        if (method.isAnnotationPresent(ParameterizedTest.class)) {
            return Stream.of(method.getAnnotation(ParameterizedTest.class).name());
        }
        return Stream.ofNullable(method.getAnnotation(DisplayName.class)).map(DisplayName::value);
    }

    private static String id(String rule) {
        return rule.substring(0, rule.indexOf(' '));
    }

    /** Numbers sort by their value. */
    private static String sortable(String rule) {
        String number = id(rule).replaceAll("[A-Z]+", "");
        return id(rule).replaceAll("[0-9]+", "") + "0".repeat(4 - number.length()) + number + rule;
    }

    private static String list(String topic) {
        List<String> rules = rulesByTopic().get(topic);
        assertThat(rules).as("the rules of " + topic).isNotNull();
        return rules.stream()
                .map(rule -> "* **" + id(rule) + "**" + rule.substring(id(rule).length()) + "\n")
                .collect(Collectors.joining("", "<!-- rules: " + topic + " -->\n", "<!-- /rules -->"));
    }

    private static Set<String> ids() {
        return rulesByTopic().values().stream()
                .flatMap(List::stream)
                .map(ContractRulesTest::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void thePageHasEveryRuleInItsOwnWords() throws IOException {
        String page = Files.readString(PAGE);
        String expected = BLOCK.matcher(page).replaceAll(block -> Matcher.quoteReplacement(list(block.group(1))));
        if ("write".equals(System.getProperty("ectype.rules"))) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(page).isEqualTo(expected);
        }
        assertThat(BLOCK.matcher(page).results().map(block -> block.group(1)))
                .containsExactlyInAnyOrderElementsOf(rulesByTopic().keySet());
    }

    @Test
    void whatThePageRefersToIsThere() throws IOException {
        Stream<String> referred =
                REFERENCE.matcher(Files.readString(PAGE)).results().map(found -> found.group(1));
        assertThat(referred).isNotEmpty().isSubsetOf(ids());
    }

    @Test
    void everyCaseOfAnEarlierAdapterIsFindable() throws IOException {
        Map<Integer, String> cases = CASE.matcher(Files.readString(PAGE))
                .results()
                .collect(Collectors.toMap(found -> Integer.valueOf(found.group(1)), found -> found.group(2)));
        assertThat(cases.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 25).boxed().toList());
        assertThat(cases.values()).noneMatch(String::isBlank);
    }

    /** Test classes elsewhere are named as they are; those of rules are never called so. */
    @Test
    void everyTestClassThatAnotherModuleHasIsThere() throws IOException {
        Set<String> named = TEST_CLASS
                .matcher(Files.readString(PAGE))
                .results()
                .map(found -> found.group(1) + ".java")
                .collect(Collectors.toSet());
        assertThat(named).isNotEmpty();
        try (Stream<Path> files = Files.walk(Path.of(".."))) {
            assertThat(files.map(file -> file.getFileName().toString())).containsAll(named);
        }
    }

    private static Stream<Mutant> mutants() {
        return Stream.of(
                        BrokenAdaptersTest.mutants(),
                        RandomQueriesTest.queryMutants(),
                        RandomQueriesTest.groupMutants())
                .flatMap(Function.identity());
    }

    @Test
    void everyMutantBreaksOneRule() {
        assertThat(mutants()).allSatisfy(mutant -> assertThat(rulesOf(mutant)).hasSize(1));
    }

    @Test
    void everyRuleThatAnAdapterCanBreakIsBrokenByAMutant() {
        Stream<String> rules = rulesByTopic().values().stream().flatMap(List::stream);
        Set<String> unbroken = rules.collect(Collectors.toCollection(TreeSet::new));
        mutants().flatMap(mutant -> rulesOf(mutant).stream()).forEach(unbroken::remove);
        assertThat(unbroken.stream().map(ContractRulesTest::id))
                .containsExactlyInAnyOrderElementsOf(OF_THE_CORE.keySet());
    }
}
