package dev.ectype.changeset.vectors;

import dev.ectype.changeset.Changeset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs one case. */
final class VectorRun {
    private VectorRun() {}

    /** Returns how we differ from what the case expects, or null if we do not. */
    static String difference(VectorCase each) {
        Map<?, ?> raises = (Map<?, ?>) each.expect().get("raises");
        List<Object> reads = new ArrayList<>();
        int at = -1;
        Changeset<Map<String, Object>> changeset = null;
        try {
            VectorShapes shapes = VectorShapes.of(each);
            VectorSteps steps = new VectorSteps(shapes, each.params(), shapes.record(each.data()), reads);
            changeset = steps.start();
            for (VectorOp op : each.ops()) {
                at++;
                changeset = at == 0 ? steps.first(op) : steps.step(changeset, op);
            }
            if (raises == null) {
                return new VectorExpectation(each).difference(changeset, reads);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            return raises != null && at == op(raises) ? null : "raised in step " + at + ": " + e;
        } catch (RuntimeException | StackOverflowError e) {
            return "broke in step " + at + ": " + e + " at " + e.getStackTrace()[0];
        }
        return "expected to raise " + raises.get("module") + " in step " + raises.get("op") + " but gave " + changeset;
    }

    private static int op(Map<?, ?> raises) {
        return raises.get("op") == null ? -1 : ((Number) raises.get("op")).intValue();
    }
}
