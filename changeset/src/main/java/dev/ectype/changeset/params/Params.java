package dev.ectype.changeset.params;

import dev.ectype.changeset.Limits;
import dev.ectype.changeset.Shape;
import dev.ectype.changeset.internal.Unreadable;
import java.util.Map;

/**
 * Makes params of what web frameworks hand over. What any JSON library reads into maps, lists, text, numbers and null needs
 * no making: it is params already, and an absent key and a null stay two things.
 */
public final class Params {

    private Params() {}

    /**
     * Returns params that stand for input nobody could read, such as a body that is no JSON: a changeset cast from them is
     * invalid and has no errors of its own.
     */
    public static Map<String, Object> invalid() {
        return Unreadable.PARAMS;
    }

    /** Tells whether params are {@link #invalid}. */
    @SuppressWarnings("ReferenceEquality") // there is one map that stands for unreadable input
    public static boolean isInvalid(Map<String, ?> params) {
        return params == Unreadable.PARAMS;
    }

    /**
     * Returns the nested params that names such as {@code a[b][0][c]}, {@code a.b[0]} and {@code tags[]} spell. Numbered
     * texts become a list; numbered records stay a map by number, which a cast of a relation to many reads in order.
     *
     * @param fields by name one text, an array or a collection of texts, as {@code getParameterMap()} and its kin have it;
     *     of several texts under a plain name a list is made
     */
    public static Map<String, Object> ofForm(Map<String, ?> fields) {
        return ofForm(fields, Limits.DEFAULT);
    }

    /**
     * Returns the nested params that names spell, within bounds.
     *
     * @return {@link #invalid} if there are more names or deeper ones than the bounds allow
     */
    public static Map<String, Object> ofForm(Map<String, ?> fields, Limits limits) {
        return new FormNames(limits).read(fields);
    }

    /** Returns the nested params that names spell, with a list for each field that takes one, if it has only one value. */
    public static Map<String, Object> ofForm(Map<String, ?> fields, Shape<?> shape) {
        return FormLists.of(ofForm(fields), shape);
    }

    /**
     * Returns the params of a whole record, for requests that replace one: what they leave out of the shape is its default, an
     * empty list of related records or null, at any depth of records, but for primary keys. Records of several kinds and those numbered by a form stay as they are.
     */
    public static Map<String, Object> whole(Map<String, ?> params, Shape<?> shape) {
        return WholeParams.of(params, shape);
    }
}
