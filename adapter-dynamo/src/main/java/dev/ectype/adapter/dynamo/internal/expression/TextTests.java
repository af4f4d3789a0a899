package dev.ectype.adapter.dynamo.internal.expression;

import dev.ectype.adapter.dynamo.internal.codec.Format;
import dev.ectype.adapter.dynamo.internal.codec.Kind;
import dev.ectype.adapter.dynamo.internal.source.DynamoSource;
import dev.ectype.query.eval.LikePattern;
import dev.ectype.query.ir.Comparison;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.query.ir.Predicate;
import dev.ectype.query.ir.Predicate.Text.Match;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tests of texts: the store knows beginnings and parts. */
final class TextTests {
    private final DynamoSource source;
    private final boolean wanted;

    TextTests(DynamoSource source, boolean wanted) {
        this.source = source;
        this.wanted = wanted;
    }

    Expr test(Predicate.Text text) {
        FieldPath path = requireText(text);
        Expr exact = exact(text, Attributes.of(path), source.format(path));
        return wanted ? exact : Expr.and(Tests.present(Attributes.of(path)), Expr.not(exact));
    }

    private FieldPath requireText(Predicate.Text text) {
        FieldPath path = Comparing.field(text.operand());
        if (text.ignoreCase()) {
            throw new Untranslatable("DynamoDB compares texts with their case: store a lower case copy");
        }
        if (source.format(path).kind() != Kind.S) {
            throw new Untranslatable("the field is not stored as a text");
        }
        return path;
    }

    private static Expr exact(Predicate.Text text, Term.Attribute attribute, Format format) {
        String pattern = (String) text.pattern().value();
        return switch (text.match()) {
            case STARTS_WITH -> startsWith(attribute, format, pattern);
            case CONTAINS -> contains(attribute, format, pattern);
            case ENDS_WITH -> endsWith(attribute, pattern);
            case LIKE -> like(attribute, format, pattern);
        };
    }

    private static Expr endsWith(Term.Attribute attribute, String pattern) {
        if (pattern.isEmpty()) {
            return Tests.present(attribute);
        }
        throw new Untranslatable("DynamoDB does not test how a text ends");
    }

    private static Expr startsWith(Term.Attribute attribute, Format format, String prefix) {
        return prefix.isEmpty() ? Tests.present(attribute) : Tests.beginsWith(attribute, format.write(prefix));
    }

    private static Expr contains(Term.Attribute attribute, Format format, String part) {
        return part.isEmpty() ? Tests.present(attribute) : Tests.contains(attribute, format.write(part));
    }

    private static Expr like(Term.Attribute attribute, Format format, String pattern) {
        Optional<Shape> shape = Shape.of(LikePattern.parse(pattern));
        if (shape.isEmpty()) {
            throw new Untranslatable("DynamoDB knows patterns with '%' at the end, or at both ends, and no others");
        }
        String literal = shape.get().literal();
        return switch (shape.get().match()) {
            case STARTS_WITH -> startsWith(attribute, format, literal);
            case CONTAINS -> contains(attribute, format, literal);
            default -> Tests.compare(attribute, Comparison.EQ, format.write(literal));
        };
    }

    /** Returns a weaker test for a text, or nothing if there is none. */
    Optional<Expr> narrowing(Predicate.Text text) {
        FieldPath path = requireText(text);
        String pattern = (String) text.pattern().value();
        List<String> literals =
                text.match() == Match.LIKE ? Shape.literals(LikePattern.parse(pattern)) : List.of(pattern);
        List<Expr> parts = new ArrayList<>();
        for (String literal : literals) {
            parts.add(contains(Attributes.of(path), source.format(path), literal));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(Expr.and(parts));
    }

    /** A pattern that is one of the simpler tests. */
    record Shape(Match match, String literal) {

        static Optional<Shape> of(LikePattern pattern) {
            List<LikePattern.Part> parts = withoutRepeats(pattern.parts());
            boolean opens = !parts.isEmpty() && parts.get(0) instanceof LikePattern.AnyText;
            List<LikePattern.Part> rest = opens ? parts.subList(1, parts.size()) : parts;
            boolean closes = !rest.isEmpty() && rest.get(rest.size() - 1) instanceof LikePattern.AnyText;
            List<LikePattern.Part> middle = closes ? rest.subList(0, rest.size() - 1) : rest;
            return shape(opens, closes || (opens && middle.isEmpty()), middle);
        }

        private static Optional<Shape> shape(boolean opens, boolean closes, List<LikePattern.Part> middle) {
            if (middle.size() > 1 || (middle.size() == 1 && !(middle.get(0) instanceof LikePattern.Literal))) {
                return Optional.empty();
            }
            String literal = middle.isEmpty() ? "" : ((LikePattern.Literal) middle.get(0)).text();
            if (opens && !closes) {
                return Optional.empty();
            }
            return Optional.of(new Shape(opens ? Match.CONTAINS : closes ? Match.STARTS_WITH : Match.LIKE, literal));
        }

        private static List<LikePattern.Part> withoutRepeats(List<LikePattern.Part> parts) {
            List<LikePattern.Part> kept = new ArrayList<>();
            for (LikePattern.Part part : parts) {
                boolean repeats = part instanceof LikePattern.AnyText
                        && !kept.isEmpty()
                        && kept.get(kept.size() - 1) instanceof LikePattern.AnyText;
                if (!repeats) {
                    kept.add(part);
                }
            }
            return kept;
        }

        static List<String> literals(LikePattern pattern) {
            return pattern.parts().stream()
                    .filter(LikePattern.Literal.class::isInstance)
                    .map(part -> ((LikePattern.Literal) part).text())
                    .toList();
        }
    }
}
