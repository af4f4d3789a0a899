package dev.ectype.adapter.dynamo.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Every request that a client makes, in their order. Safe for use by several threads. */
public final class Requests implements ExecutionInterceptor {
    private final List<SdkRequest> all = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger underway = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        all.add(context.request());
        most.accumulateAndGet(underway.incrementAndGet(), Math::max);
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        underway.decrementAndGet();
    }

    /** Returns how many requests were on their way at the same time, at most. */
    public int mostAtOnce() {
        return most.get();
    }

    /** Forgets what was made until now. */
    public void clear() {
        all.clear();
    }

    /** Returns the names of the operations. */
    public List<String> operations() {
        synchronized (all) {
            return all.stream()
                    .map(request -> request.getClass().getSimpleName().replace("Request", ""))
                    .toList();
        }
    }

    /** Returns the requests, all of one kind. */
    public <T extends SdkRequest> List<T> all(Class<T> kind) {
        synchronized (all) {
            return all.stream().map(kind::cast).toList();
        }
    }

    /** Returns the only request. */
    public <T extends SdkRequest> T only(Class<T> kind) {
        if (all.size() != 1) {
            throw new AssertionError("one request was expected: " + operations());
        }
        return kind.cast(all.get(0));
    }
}
