package dev.ectype.repo;

import dev.ectype.repo.call.CallEvent.Ending;
import dev.ectype.types.stored.Row;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Results as they are asked for. The cursor is closed behind the last result, when reading fails, and when the stream is
 * closed; then listeners are told, once.
 */
final class Streaming<T extends @Nullable Object> implements Iterator<T> {
    private final Call call;
    private final Results<T> results;
    private @Nullable Row next;
    private boolean ended;

    private Streaming(Call call, Results<T> results) {
        this.call = call;
        this.results = results;
    }

    static <T extends @Nullable Object> Stream<T> of(Call call, Results<T> results) {
        Streaming<T> streaming = new Streaming<>(call, results);
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(streaming, Spliterator.ORDERED), false)
                .onClose(() -> streaming.end(new Ending.Abandoned()));
    }

    @Override
    public boolean hasNext() {
        if (next == null && !ended) {
            next = advance();
        }
        return next != null;
    }

    private @Nullable Row advance() {
        try {
            Row row = results.next();
            if (row == null) {
                end(new Ending.Done());
            }
            return row;
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    @Override
    public T next() {
        Row row = hasNext() ? next : null;
        if (row == null) {
            throw new NoSuchElementException();
        }
        next = null;
        try {
            return results.load(row);
        } catch (RuntimeException e) {
            throw failed(e);
        }
    }

    private RuntimeException failed(RuntimeException e) {
        end(new Ending.Failed(e));
        return e;
    }

    private void end(Ending ending) {
        if (!ended) {
            ended = true;
            try {
                results.close();
            } finally {
                call.end(ending);
            }
        }
    }
}
