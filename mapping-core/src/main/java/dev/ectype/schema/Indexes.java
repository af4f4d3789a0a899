package dev.ectype.schema;

import dev.ectype.error.MappingException;
import dev.ectype.error.MappingException.Kind;
import dev.ectype.query.ir.FieldPath;
import dev.ectype.spi.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The indexes that a schema declares, described when the schema is first used. */
final class Indexes {
    private final Schema<?> schema;
    private final String source;
    private final List<Declaration> declared = new ArrayList<>();

    private record Declaration(IndexOptions options, List<? extends Column<?, ?>> columns, boolean unique) {}

    Indexes(Schema<?> schema, String source) {
        this.schema = schema;
        this.source = source;
    }

    void add(IndexOptions options, List<? extends Column<?, ?>> columns, boolean unique) {
        if (columns.isEmpty()) {
            throw misuse("an index is over at least one column; name it", Map.of("source", source));
        }
        declared.add(new Declaration(options, columns, unique));
    }

    List<Source.Index> describe() {
        Set<String> names = new HashSet<>();
        List<Source.Index> indexes = declared.stream().map(this::describe).toList();
        for (Source.Index index : indexes) {
            if (!names.add(index.name())) {
                throw misuse(
                        "two indexes have one name; declare each once, or give one another by IndexOptions.named",
                        Map.of("source", source, "index", index.name()));
            }
        }
        return indexes;
    }

    /** Without a name of its own it has the one that Ecto would infer, so that a constraint declared by fields finds it. */
    private Source.Index describe(Declaration index) {
        index.columns().forEach(this::requireOwn);
        List<FieldPath> paths = index.columns().stream().map(Column::path).toList();
        String fields = paths.stream().map(FieldPath::source).collect(Collectors.joining("_"));
        String name = index.options().name().orElse(source + "_" + fields.replace('.', '_') + "_index");
        return new Source.Index(name, paths, index.unique(), index.options().conditions());
    }

    private void requireOwn(Column<?, ?> column) {
        if (column.shape() != schema) {
            throw misuse(
                    "an index is over columns of its own schema; use one of those, or one inside them by get(...)",
                    Map.of("source", source, "column", column));
        }
        if (column.elementOf().isPresent()) {
            throw misuse(
                    "an index is over values of a record, not over elements of a list; index the list itself",
                    Map.of("source", source, "column", column));
        }
    }

    private static MappingException misuse(String message, Map<String, ?> context) {
        return new MappingException(Kind.USAGE, message, context);
    }
}
