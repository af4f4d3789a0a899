package dev.ectype.tck.differential;

/** How many queries went which way. */
final class Tally {
    int queries;
    int inSql;
    int spared;
    int whole;
    int refused;

    void add(Tally more) {
        queries += more.queries;
        inSql += more.inSql;
        spared += more.spared;
        whole += more.whole;
        refused += more.refused;
    }

    @Override
    public String toString() {
        return queries + " queries, " + inSql + " of them put to H2; " + whole + " were done whole by the store, "
                + refused + " refused by name and then finished by the core, " + spared + " not put to the store";
    }
}
