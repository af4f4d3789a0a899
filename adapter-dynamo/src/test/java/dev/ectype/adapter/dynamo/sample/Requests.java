package dev.ectype.adapter.dynamo.sample;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Every request that a client makes, in their order. Safe for use by several threads. */
public final class Requests implements ExecutionInterceptor {
    private final List<SdkRequest> all = Collections.synchronizedList(new ArrayList<>());

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        all.add(context.request());
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

    /** Returns the only request. */
    public <T extends SdkRequest> T only(Class<T> kind) {
        if (all.size() != 1) {
            throw new AssertionError("one request was expected: " + operations());
        }
        return kind.cast(all.get(0));
    }
}
