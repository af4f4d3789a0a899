package dev.ectype.examples.directory.web;

import static dev.ectype.examples.directory.people.People.PEOPLE;
import static dev.ectype.query.Query.from;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ectype.examples.directory.people.Person;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.support.ui.Select;

class PagesWithoutScriptTest {
    private static final By SAVE = By.cssSelector("form.person button");

    private final Served served = Served.inMemory();

    @AfterEach
    void stop() {
        served.close();
        assertThat(served.failures()).isEmpty();
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        ChromeDriver browser = Chromium.start(false);
        try {
            browser.get("data:text/html,<p>no</p><script>document.querySelector('p').textContent='yes'</script>");
            assertThat(browser.findElement(By.tagName("p")).getText())
                    .as("scripts run")
                    .isEqualTo("no");
            browser.get(served.at("/people/new"));
            fill(browser, "name", "Ada");
            fill(browser, "email", "ada@example.org");
            fill(browser, "age", "200");
            new Select(browser.findElement(By.id("address_country"))).selectByValue("GR");
            new Select(browser.findElement(By.id("status"))).selectByValue("active");
            fill(browser, "phone", "12-34");
            browser.findElement(SAVE).click();
            assertThat(browser.getCurrentUrl())
                    .as("the browser holds back an age of 200")
                    .endsWith("/new");
            fill(browser, "age", "36");
            follow(browser, SAVE);
            assertThat(browser.findElement(By.id("phone-error")).getText()).isEqualTo("is not a phone number of GR");
            assertThat(browser.switchTo().activeElement().getDomAttribute("id")).isEqualTo("phone");
            fill(browser, "phone", "21 0123 4567");
            follow(browser, SAVE);
            assertThat(browser.findElement(By.className("notice")).getText()).isNotEmpty();
            follow(browser, By.linkText("Ada"));
            fill(browser, "skills", "logic, poetry");
            follow(browser, SAVE);
            follow(browser, By.linkText("Ada"));
            assertThat(browser.findElement(By.id("skills")).getDomProperty("value"))
                    .isEqualTo("logic, poetry");
            follow(browser, By.cssSelector("a.danger"));
            follow(browser, By.cssSelector("button.danger"));
            assertThat(served.repo.all(from(PEOPLE).allowScan())).isEmpty();
        } finally {
            browser.quit();
        }
    }

    @Test
    void isDrawnInTheDarkOnAPhoneAndInOtherLanguages() {
        Person eleni = served.person("Eleni Pappa", Map.of("born", "1990-03-14"));
        served.person("Anna Rossi", Map.of("status", "left", "skills", List.of("ldap")));
        ChromeDriver browser = Chromium.start(true, "--blink-settings=preferredColorScheme=0", "--accept-lang=de");
        try {
            browser.get(served.at("/people"));
            Chromium.picture(browser, "list-dark");
            assertThat(browser.findElement(By.tagName("html")).getDomAttribute("lang"))
                    .isEqualTo("de");
            browser.manage().window().setSize(new Dimension(500, 900));
            browser.get(served.at("/people/" + eleni.id()));
            Chromium.picture(browser, "form-narrow");
            Number wider = (Number) browser.executeScript(
                    "return document.documentElement.scrollWidth - document.documentElement.clientWidth");
            assertThat(wider.intValue())
                    .as("pixels that stick out on the right")
                    .isZero();
            fill(browser, "email", "nirgends");
            follow(browser, SAVE);
            assertThat(browser.findElement(By.id("email-error")).getText()).isEqualTo("ist keine Mailadresse");
        } finally {
            browser.quit();
        }
    }

    private static void fill(ChromeDriver browser, String id, String text) {
        browser.findElement(By.id(id)).clear();
        browser.findElement(By.id(id)).sendKeys(text);
    }

    private static void follow(ChromeDriver browser, By place) {
        Chromium.turn(browser, browser.findElement(place)::click);
    }
}
