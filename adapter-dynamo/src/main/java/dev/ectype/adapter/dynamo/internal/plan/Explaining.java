package dev.ectype.adapter.dynamo.internal.plan;

import dev.ectype.adapter.dynamo.internal.expression.Expr;
import dev.ectype.adapter.dynamo.internal.expression.Placeholders;
import java.util.List;

/** Shows a plan: the requests, and what is done with their answers. Values are question marks. */
final class Explaining {
    private final DynamoPlan plan;

    Explaining(DynamoPlan plan) {
        this.plan = plan;
    }

    String text() {
        return requests() + filter() + tests() + window() + plan.usage();
    }

    private String requests() {
        if (plan.route() instanceof Route.Keys keys) {
            return keyRequests(keys.keys().size());
        }
        if (plan.route() instanceof Route.Partitions partitions) {
            return queries(partitions);
        }
        return "Scan " + plan.source().table();
    }

    private String keyRequests(int keys) {
        String table = plan.source().table();
        if (keys == 0) {
            return "no request to " + table + ": nothing meets the conditions";
        }
        return keys == 1
                ? "GetItem " + table
                : "BatchGetItem " + table + ", " + keys + " keys, " + Route.Keys.A_REQUEST + " a request";
    }

    private String queries(Route.Partitions partitions) {
        int queries = partitions.conditions().size();
        return (queries == 1 ? "Query " : queries + " times Query ")
                + plan.source().table()
                + partitions.index().name().map(name -> " by " + name).orElse("")
                + (plan.order().isEmpty() ? "" : partitions.forward() ? " forward" : " backward")
                + "\nkey condition " + shown(partitions.conditions().get(0));
    }

    private static String shown(Expr expr) {
        Placeholders placeholders = new Placeholders();
        return placeholders.shown(Expr.text(expr, placeholders));
    }

    private String filter() {
        return plan.filter() == Expr.ALWAYS ? "" : "\nfilter " + shown(plan.filter());
    }

    private String tests() {
        List<String> tests = plan.tests().stream().map(Object::toString).toList();
        return tests.isEmpty() ? "" : "\ntested on arrival " + String.join(" and ", tests);
    }

    private String window() {
        return plan.window().isAll() ? "" : "\n" + plan.window();
    }
}
