package dev.ectype.adapter.mongo.internal.codec;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.BsonRegularExpression;
import org.bson.BsonType;

/**
 * Texts of patterns, such as {@code (?i)ab+}, stored as regular expressions: the flags at the beginning are its options, which a
 * store keeps in the order of the alphabet. In another order they stay in the pattern.
 */
final class PatternFormat implements Format {
    private static final Pattern FLAGS = Pattern.compile("^\\(\\?(?=[imsx])(i?m?s?x?)\\)(.*)$", Pattern.DOTALL);

    @Override
    public void write(Sink sink, Object value) {
        if (!(value instanceof String text) || text.indexOf('\0') >= 0) {
            throw new Unstorable("the text of a regular expression has no zero character");
        }
        Matcher flags = FLAGS.matcher(Texts.wellFormed(text));
        sink.pattern(
                flags.matches()
                        ? new BsonRegularExpression(flags.group(2), flags.group(1))
                        : new BsonRegularExpression(text));
    }

    @Override
    public Object read(Intake intake, BsonType type) {
        if (type != BsonType.REGULAR_EXPRESSION) {
            return Natural.read(intake, type);
        }
        BsonRegularExpression stored = intake.pattern();
        return stored.getOptions().isEmpty()
                ? stored.getPattern()
                : "(?" + stored.getOptions() + ")" + stored.getPattern();
    }

    @Override
    public boolean isOpaque() {
        return true;
    }

    @Override
    public boolean isComparable() {
        return false;
    }
}
