package dev.ectype.preload;

import dev.ectype.changeset.Relation;
import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.Preload;
import dev.ectype.schema.EmbedsMany;
import dev.ectype.schema.EmbedsOne;
import dev.ectype.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is related to the records embedded in others: all of them at once, one query for each association and level.
 *
 * @param preloader how
 */
public record EmbedPreloader(Preloader preloader) {

    /** Returns the owners, whose lists of embedded records have their related records. */
    public <R, E> List<R> many(List<R> owners, EmbedsMany<R, E> embed, List<Preload<E, ?>> wanted) {
        List<E> all = new ArrayList<>();
        for (R owner : owners) {
            List<E> embedded = embed.shape().get(owner, embed);
            all.addAll(embedded == null ? List.of() : embedded);
        }
        List<E> loaded = preloader.preload(related(embed), all, wanted);
        List<R> filled = new ArrayList<>(owners.size());
        int next = 0;
        for (R owner : owners) {
            List<E> before = embed.shape().get(owner, embed);
            int end = next + (before == null ? 0 : before.size());
            filled.add(before == null ? owner : with(owner, embed, List.copyOf(loaded.subList(next, end))));
            next = end;
        }
        return filled;
    }

    /** Returns the owners, whose embedded record has its related records. */
    public <R, E> List<R> one(List<R> owners, EmbedsOne<R, E> embed, List<Preload<E, ?>> wanted) {
        List<E> all = new ArrayList<>();
        for (R owner : owners) {
            E embedded = embed.shape().get(owner, embed);
            if (embedded != null) {
                all.add(embedded);
            }
        }
        List<E> loaded = preloader.preload(related(embed), all, wanted);
        List<R> filled = new ArrayList<>(owners.size());
        int next = 0;
        for (R owner : owners) {
            boolean isThere = embed.shape().get(owner, embed) != null;
            filled.add(isThere ? with(owner, embed, loaded.get(next++)) : owner);
        }
        return filled;
    }

    private static <R> R with(R owner, Relation<R, ?, ?> embed, Object value) {
        @Nullable Object[] values = Owners.values((Schema<R>) embed.shape(), owner);
        values[embed.ordinal()] = value;
        return embed.shape().build(values);
    }

    private static <E> Schema<E> related(Relation<?, E, ?> embed) {
        if (embed.related() instanceof Schema<E> schema) {
            return schema;
        }
        throw new MappingException(
                Kind.USAGE,
                "a shape has no associations; declare the embedded record by a schema, whose source is then not used",
                Map.of("embed", embed, "shape", embed.related().name()));
    }
}
