package dev.ectype.examples.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a customer wants. */
public record Order(
        String reference, List<Line> lines, @Nullable Discount discount) {}
