package dev.ectype.examples.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium and its driver. Without them tests are skipped, unless a variable says that they must run. */
final class Chromium {
    private static final String REQUIRED = "ECTYPE_REQUIRE_CHROMIUM";
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    /** It knows no protocol of a browser this new, and needs none. */
    private static final Logger WARNINGS = Logger.getLogger("org.openqa.selenium.devtools");

    /** How long a page may take on a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final Path PICTURES = Path.of("target", "screenshots");

    private Chromium() {}

    /** Starts a browser without a window, or skips the test and says what is missing. */
    static ChromeDriver start(boolean withScripts, String... arguments) {
        requireInstalled();
        WARNINGS.setLevel(Level.SEVERE);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(BROWSER.toFile());
        options.addArguments(
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--lang=en",
                "--hide-scrollbars");
        options.addArguments(arguments);
        options.setExperimentalOption(
                "prefs",
                Map.of(
                        "intl.accept_languages",
                        "en",
                        "profile.managed_default_content_settings.javascript",
                        withScripts ? 1 : 2));
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(new Dimension(1200, 1000));
        return driver;
    }

    private static void requireInstalled() {
        List<Path> missing = Stream.of(BROWSER, DRIVER)
                .filter(file -> !Files.isExecutable(file))
                .toList();
        if (System.getenv(REQUIRED) != null) {
            assertThat(missing)
                    .as(REQUIRED + " is set: apt-get install chromium chromium-driver")
                    .isEmpty();
        }
        Assumptions.assumeTrue(
                missing.isEmpty(),
                "no browser here, since " + missing + " is missing: apt-get install chromium chromium-driver");
    }

    /** Does what leads to another page, and waits for it: a click comes back before the browser has begun to leave. */
    static void turn(ChromeDriver driver, Runnable step) {
        WebElement page = driver.findElement(By.tagName("html"));
        step.run();
        new WebDriverWait(driver, PATIENCE).until(later -> !page.equals(later.findElement(By.tagName("html"))));
    }

    /** Keeps a picture of the page under {@code target/screenshots}. */
    static void picture(ChromeDriver driver, String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
