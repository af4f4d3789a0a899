package dev.ectype.query.eval;

/** A truth value of the three-valued logic of SQL. */
public enum Truth {
    /** True: the only one that lets a row match. */
    TRUE,
    /** False. */
    FALSE,
    /** Neither is known, since a null was involved. */
    UNKNOWN;

    /** Returns the truth value of a Java condition. */
    public static Truth of(boolean value) {
        return value ? TRUE : FALSE;
    }

    /** Returns false if either is, else unknown if either is. */
    public Truth and(Truth other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == TRUE ? other : UNKNOWN;
    }

    /** Returns true if either is, else unknown if either is. */
    public Truth or(Truth other) {
        if (this == TRUE || other == TRUE) {
            return TRUE;
        }
        return this == FALSE ? other : UNKNOWN;
    }

    /** Exchanges true and false; unknown stays unknown. */
    public Truth not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** Tells whether a row with this answer belongs to the result. */
    public boolean matches() {
        return this == TRUE;
    }
}
