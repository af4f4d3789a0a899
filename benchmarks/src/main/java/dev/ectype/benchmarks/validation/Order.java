package dev.ectype.benchmarks.validation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;

/** A request with records two levels deep, any part of it null until it is validated. */
@NullUnmarked
record Order(
        @NotBlank @Size(min = 1, max = 20) String reference,
        @NotBlank @Pattern(regexp = Terms.EMAIL) String email,
        List<@Valid Parcel> parcels) {

    /** What is sent together. */
    record Parcel(
            @NotBlank @Pattern(regexp = Terms.CARRIER) String carrier,
            @NotNull @Min(1) Integer grams,
            List<@Valid Item> items) {}

    /** What is bought. */
    record Item(
            @NotBlank @Pattern(regexp = Terms.SKU) String sku,
            @NotNull @Min(1) @Max(100) Integer quantity) {}
}
