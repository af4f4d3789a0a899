package dev.ectype.benchmarks.validation;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.NullUnmarked;

/** A request of eight fields, any of them null until it is validated. */
@NullUnmarked
@SuppressWarnings("checkstyle:RecordComponentNumber") // eight fields are what is measured
record SignUp(
        @NotBlank @Pattern(regexp = Terms.EMAIL) String email,
        @NotBlank @Size(min = 1, max = 80) String name,
        @NotBlank @Size(min = 12, max = 72) String password,
        @NotNull @Min(18) @Max(120) Integer age,
        LocalDate born,
        @NotBlank @Pattern(regexp = Terms.PLAN) String plan,
        Boolean newsletter,
        @DecimalMin("0") BigDecimal budget) {}
