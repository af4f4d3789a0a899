package dev.ectype.examples.directory.web;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.examples.directory.people.Address;
import dev.ectype.examples.directory.people.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

class PagesInBrowserTest {
    private static ChromeDriver browser;

    private Served served;

    @BeforeAll
    static void startBrowser() {
        browser = Chromium.start(true);
    }

    @AfterAll
    static void stopBrowser() {
        if (browser != null) {
            browser.quit();
        }
    }

    @BeforeEach
    void start() {
        served = Served.inMemory();
    }

    @AfterEach
    void stop() {
        served.close();
        assertThat(served.failures()).isEmpty();
    }

    @Test
    void createsSomebodyAfterTheErrorsAreCorrected() {
        open("/people/new");
        type("name", "Ada");
        type("email", "nowhere");
        choose("address_country", "Greece");
        type("phone", "12-34");
        type("age", "200");
        send();

        assertThat(browser.findElement(By.className("summary")).getText())
                .contains("Mail address is not a mail address", "Phone is not a phone number of GR", "Status");
        assertThat(error("email")).isEqualTo("is not a mail address");
        assertThat(error("age")).isEqualTo("must be less than or equal to 130");
        assertThat(error("status")).isEqualTo("can't be blank");
        assertThat(value("email")).isEqualTo("nowhere");
        assertThat(value("phone")).isEqualTo("12-34");
        assertThat(focused()).isEqualTo("email");
        browser.manage().window().setSize(new Dimension(780, 1330));
        Chromium.picture(browser, "form-with-errors");
        browser.manage().window().setSize(new Dimension(1200, 1000));

        type("email", "Ada@Example.org");
        type("phone", "21 0123 4567");
        type("age", "36");
        choose("status", "active");
        send();

        assertThat(notice()).isEqualTo("Added to the directory.");
        assertThat(people()).extracting(Person::email).containsExactly("ada@example.org");
        assertThat(browser.findElement(By.cssSelector("tbody .phone")).getText())
                .isEqualTo("+30 21 0123 4567");
    }

    @Test
    void tellsErrorsWhileTypingAndTakesThemBack() {
        served.person("Eleni");
        open("/people/new");
        type("email", "eleni@");
        await("email", "is not a mail address");
        assertThat(field("email").getDomAttribute("aria-invalid")).isEqualTo("true");
        field("email").sendKeys("example.org");
        await("email", "has already been taken");
        field("email").sendKeys("x");
        await("email", "");
        assertThat(field("email").getDomAttribute("aria-invalid")).isNull();
        assertThat(error("name")).as("a field that nobody touched").isEmpty();
    }

    @Test
    void changesOneFieldAndNothingElse() {
        Person eleni = served.person("Eleni", Map.of("born", "1990-03-14", "skills", List.of("java", "ldap")));
        open("/people/" + eleni.id());
        assertThat(value("phone")).isEqualTo("+30 21 0123 4567");
        assertThat(value("skills")).isEqualTo("java, ldap");
        assertThat(value("address_country")).isEqualTo("GR");
        type("address_city", "Patras");
        send();

        assertThat(notice()).isEqualTo("The changes are saved.");
        Person changed = people().get(0);
        assertThat(changed.address()).isEqualTo(new Address("Patras", "GR"));
        assertThat(changed)
                .usingRecursiveComparison()
                .usingOverriddenEquals()
                .ignoringFields("address")
                .isEqualTo(eleni);
    }

    @Test
    void showsATakenMailBesideItsField() {
        served.person("Eleni");
        Person other = served.person("Other");
        open("/people/" + other.id());
        browser.executeScript("document.querySelector('form.person').removeAttribute('data-validate')");
        type("email", "eleni@example.org");
        send();

        assertThat(error("email")).isEqualTo("has already been taken");
        assertThat(value("email")).isEqualTo("eleni@example.org");
        assertThat(focused()).isEqualTo("email");
        assertThat(people()).extracting(Person::email).containsOnlyOnce("eleni@example.org");
    }

    @Test
    void findsPeopleByNameMailAndStatus() {
        served.person("Eleni Pappa");
        served.person("Anna Rossi", Map.of("status", "left"));
        open("/people");
        search("PAP");
        assertThat(names()).containsExactly("Eleni Pappa");
        search("anna.");
        assertThat(names()).containsExactly("Anna Rossi");
        follow(By.linkText("Show all"));
        new Select(browser.findElement(By.id("status"))).selectByVisibleText("active");
        follow(By.cssSelector(".search button"));
        assertThat(names()).containsExactly("Eleni Pappa");
        open("/people?q=%3Cscript%3Ealert(1)%3C/script%3E");
        assertThat(browser.findElement(By.className("nobody")).getText()).isNotEmpty();
        assertThat(browser.findElement(By.id("q")).getDomProperty("value")).isEqualTo("<script>alert(1)</script>");
    }

    @Test
    void ordersByAClickOnATitle() {
        served.person("Old", Map.of("age", 70));
        served.person("Young", Map.of("age", 20));
        open("/people");
        follow(By.cssSelector("th.age a"));
        assertThat(names()).containsExactly("Young", "Old");
        follow(By.cssSelector("th.age a"));
        assertThat(names()).containsExactly("Old", "Young");
        assertThat(browser.findElement(By.cssSelector("th.age")).getDomAttribute("aria-sort"))
                .isEqualTo("descending");
    }

    @Test
    void pagesThroughTheListWhileItChanges() {
        for (int i = 10; i < 55; i++) {
            served.person("Person " + i);
        }
        open("/people?order=-name");
        assertThat(names()).hasSize(20).startsWith("Person 54").endsWith("Person 35");
        served.person("Person 99");
        follow(By.cssSelector("[rel='next']"));
        assertThat(names()).hasSize(20).startsWith("Person 34").endsWith("Person 15");
        follow(By.cssSelector("[rel='next']"));
        assertThat(names()).hasSize(5).endsWith("Person 10");
        assertThat(browser.findElements(By.cssSelector("[rel='next']"))).isEmpty();
        follow(By.cssSelector("[rel='prev']"));
        assertThat(names()).hasSize(20).startsWith("Person 34");
    }

    @Test
    void asksBeforeItDeletes() {
        Person eleni = served.person("Eleni");
        open("/people/" + eleni.id());
        follow(By.linkText("Delete…"));
        Chromium.picture(browser, "delete");
        assertThat(people()).hasSize(1);
        follow(By.cssSelector("button.danger"));
        assertThat(notice()).isEqualTo("Removed from the directory.");
        assertThat(people()).isEmpty();
    }

    @Test
    void isUsedByKeyboardAlone() {
        open("/people/new");
        tabTo("name").sendKeys("Ada");
        tab().sendKeys("ada@example.org");
        tab().sendKeys("Greece");
        tab().sendKeys("Athens");
        tab().sendKeys("2101234567");
        tabTo("age").sendKeys("36");
        tab().sendKeys("java");
        tab().sendKeys("active");
        WebElement save = tab();
        Chromium.turn(browser, () -> save.sendKeys(Keys.ENTER));

        assertThat(notice()).isEqualTo("Added to the directory.");
        assertThat(people()).extracting(Person::name).containsExactly("Ada");
        assertThat(people().get(0).address().country()).isEqualTo("GR");
    }

    @Test
    void everyFieldHasALabelAndADescriptionThatIsThere() {
        open("/people/new");
        send();
        for (WebElement field : browser.findElements(By.cssSelector("form.person input, form.person select"))) {
            assertThat(browser.findElements(By.cssSelector("label[for='" + field.getDomAttribute("id") + "']")))
                    .as("labels of %s", field.getDomAttribute("name"))
                    .hasSize(1);
            for (String id : field.getDomAttribute("aria-describedby").split(" ", -1)) {
                assertThat(browser.findElements(By.id(id))).as(id).hasSize(1);
            }
        }
        assertThat(browser.findElements(By.cssSelector("[aria-invalid='true']")))
                .hasSize(4);
        assertThat(focused()).isEqualTo("name");
    }

    private void open(String path) {
        browser.get(served.at(path));
    }

    private WebElement field(String id) {
        return browser.findElement(By.id(id));
    }

    private void type(String id, String text) {
        field(id).clear();
        field(id).sendKeys(text);
    }

    private void choose(String id, String text) {
        new Select(field(id)).selectByVisibleText(text);
    }

    private void send() {
        follow(By.cssSelector("form.person button"));
    }

    private void follow(By place) {
        Chromium.turn(browser, browser.findElement(place)::click);
    }

    private void search(String text) {
        type("q", text);
        Chromium.turn(browser, () -> field("q").sendKeys(Keys.ENTER));
    }

    private void await(String id, String text) {
        new WebDriverWait(browser, Chromium.PATIENCE).until(later -> error(id).equals(text));
    }

    private String error(String id) {
        return browser.findElement(By.id(id + "-error")).getDomProperty("textContent");
    }

    private String value(String id) {
        return field(id).getDomProperty("value");
    }

    private String focused() {
        return browser.switchTo().activeElement().getDomAttribute("id");
    }

    private String notice() {
        return new WebDriverWait(browser, Chromium.PATIENCE)
                .until(later -> later.findElement(By.className("notice")).getText());
    }

    private List<String> names() {
        return browser.findElements(By.cssSelector("tbody th a")).stream()
                .map(WebElement::getText)
                .toList();
    }

    private List<Person> people() {
        return served.repo.all(from(PEOPLE).allowScan());
    }

    private WebElement tab() {
        browser.switchTo().activeElement().sendKeys(Keys.TAB);
        return browser.switchTo().activeElement();
    }

    private WebElement tabTo(String id) {
        for (int i = 0; i < 20 && !id.equals(focused()); i++) {
            tab();
        }
        assertThat(focused()).isEqualTo(id);
        return browser.switchTo().activeElement();
    }
}
